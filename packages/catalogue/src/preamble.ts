import type { Draft } from './drafts.ts';
import type { Line } from './lines.ts';
import { isBlank } from './lines.ts';
import { addLine, emptyPassage } from './passage.ts';
import type { Repair } from './types.ts';

const OPENS = /^(?:The|THE)\s+(?:States?|Governments?|High|Contracting|Parties|Members?)\b/;
const AGREES = /^(?:Have|HAVE|Has) agreed\b/;

/** The title's lines, then the preamble: who agrees (`pre`), the recitals (`pre.1` …), and that they agree (`pre.end`). */
export function readPreamble(front: Line[], source: string, repairs: Repair[]): { title: Line[]; drafts: Draft[] } {
  const opening = front.findIndex((line, i) => OPENS.test(line.text) && (i === 0 || isBlank(front[i - 1])));
  if (opening < 0) return { title: front.filter((line) => !isBlank(line)), drafts: [] };
  const drafts: Draft[] = [];
  front.slice(opening).forEach((line, i, lines) => {
    if (isBlank(line)) return;
    const before = drafts.at(-1);
    const isNew = !before || (isBlank(lines[i - 1]) && /[,;:.]$/.test(before.passage.text) && /^\s*\p{Lu}/u.test(line.text));
    if (isNew) drafts.push(draft(drafts.length, line));
    addLine(drafts.at(-1)!.passage, line, source, repairs);
  });
  const last = drafts.at(-1);
  if (last && AGREES.test(last.passage.text)) Object.assign(last, { code: 'pre.end', kind: 'preamble', citation: 'Preamble, closing words' });
  return { title: front.slice(0, opening).filter((line) => !isBlank(line)), drafts };
}

function draft(ordinal: number, line: Line): Draft {
  const isOpening = ordinal === 0;
  return {
    code: isOpening ? 'pre' : `pre.${ordinal}`,
    parent: isOpening ? null : 'pre',
    kind: isOpening ? 'preamble' : 'recital',
    article: 0,
    label: '',
    citation: isOpening ? 'Preamble' : `Preamble, recital ${ordinal}`,
    line: line.number,
    passage: emptyPassage(),
    enumerator: emptyPassage(),
  };
}
