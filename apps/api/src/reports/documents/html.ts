// Writes the page for print and archive: one file, no script, nothing fetched; every text is escaped once, here.
import type { Tone } from '@servanda/contract';
import { barShapes, barSize, swatchShapes, swatchSize, toneDefs } from '../../assessments/chart.svg.ts';
import { look } from './html.css.ts';
import { type Block, type Cell, type DocumentModel, type Lane, type Line, markOf, type Run } from './model.ts';
import { cleanText } from './printable.ts';
import { tagOf } from './words.ts';

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escaped = (text: string): string => cleanText(text).replace(/[&<>"']/g, (sign) => signs[sign] ?? '');

export function htmlOf(d: DocumentModel): Buffer {
  const w = d.furniture;
  const notes: Line[] = [];
  const run = (r: Run): string => {
    // The sign of a verdict stays with the first of its words.
    const [, word = '', rest = ''] = r.tone ? (/^([^ ]*)([\s\S]*)$/.exec(r.text) ?? []) : [];
    const inner = r.tone
      ? `<span class="near">${swatch(r.tone)}${escaped(word)}</span>${escaped(rest)}`
      : r.as === 'own'
        ? escaped(r.text)
        : r.as === 'code'
          ? `<bdi dir="ltr">${escaped(r.text)}</bdi>`
          : said(r, d);
    const weighted = `${r.strong ? '<strong>' : ''}${r.slanted ? '<em>' : ''}${inner}${r.slanted ? '</em>' : ''}${r.strong ? '</strong>' : ''}`;
    if (!r.note) return weighted;
    notes.push(r.note);
    return `${weighted}<sup><a id="r${notes.length}" href="#n${notes.length}">${notes.length}</a></sup>`;
  };
  // Latin alone in an Arabic page keeps its own order.
  const isTurned = (l: Line) => d.rtl && l.length > 1 && l.every((r) => r.text.trim() === '' || (r.as !== 'own' && !r.rtl));
  const line = (l: Line) => (isTurned(l) ? `<bdi dir="ltr">${l.map(run).join('')}</bdi>` : l.map(run).join(''));
  const body = d.blocks.map((block, at) => blockOf(block, line, { at, rtl: d.rtl })).join('\n');
  const heads = d.blocks.flatMap((block, at) => (block.is === 'heading' && block.level <= 2 ? [{ block, at }] : []));
  const contents = heads.map(({ block, at }) => `<li class="l${block.level}"><a href="#h${at}">${line(block.line)}</a></li>`).join('');
  const facts = (d.cover ?? []).map(({ label, line: of }) => `<div><dt>${escaped(label)}</dt><dd>${line(of)}</dd></div>`).join('');
  const title = `${escaped(w.title)} – ${escaped(d.state.text)}`;
  return Buffer.from(`<!doctype html>
<html lang="${tagOf[d.lang]}" dir="${d.rtl ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${d.style.logo ? '; img-src data:' : ''}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="report-sha256" content="${escaped(d.hash)}">
<title>${title}</title>
<style>${look(title, escaped(markOf(d)), d.style, d.isWide)}</style>
</head>
<body>
<svg width="0" height="0" class="patterns" aria-hidden="true">${toneDefs}</svg>
${d.watermark === null ? '' : `<p class="watermark" aria-hidden="true">${escaped(d.watermark)}</p>`}
<header class="${d.cover ? 'cover' : 'head'}">
<p class="mark">${escaped(markOf(d))}</p>
${
  d.style.logo
    ? `<img class="logo" alt="${escaped(d.organisation.text)}" src="data:image/png;base64,${escaped(d.style.logo.png)}">
`
    : ''
}<h1>${escaped(w.title)}</h1>
<p class="state">${run(d.state)}</p>
<p>${escaped(w.treatyName)}</p>
<p class="soft">${run(d.organisation)} · ${escaped(w.asOf)} ${escaped(d.onWords)}</p>
${facts === '' ? '' : `<dl>${facts}</dl>`}
</header>
${d.hasContents ? `<nav aria-label="${escaped(w.contents)}"><p class="contents">${escaped(w.contents)}</p><ol>${contents}</ol></nav>` : ''}
<main>
${body}
</main>
${notes.length === 0 ? '' : `<footer><ol class="notes">${notes.map((note, at) => `<li id="n${at + 1}">${line(note)} <a href="#r${at + 1}">↑</a></li>`).join('')}</ol></footer>`}
</body>
</html>
`);
}

/** Within the page, whose patterns are named once. */
const svg = (shapes: string, { width, height }: { width: number; height: number }, look = 'bar') =>
  `<svg class="${look}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${shapes}</svg>`;
const swatch = (tone: Tone) => svg(swatchShapes(tone), swatchSize, 'swatch');

/** What the parts of a bar mean; for the eye, as the picture's own text says it. */
const keyOf = ({ parts }: Lane) =>
  `<ul class="key" aria-hidden="true">${parts.map(({ tone, label, count }) => `<li>${swatch(tone)}${escaped(label)} ${count}</li>`).join('')}</ul>`;

const said = (r: Run, d: DocumentModel): string =>
  `<bdi dir="${r.rtl ? 'rtl' : 'ltr'}"${r.lang === d.lang ? '' : ` lang="${escaped(r.lang)}"`}>${escaped(r.text)}</bdi>`;

function blockOf(b: Block, line: (l: Line) => string, { at, rtl }: { at: number; rtl: boolean }): string {
  if (b.is === 'heading') return `<h${b.level + 1} id="h${at}"${b.isNewPage ? ' class="page"' : ''}>${line(b.line)}</h${b.level + 1}>`;
  if (b.is === 'text') {
    const inner = `${b.number === undefined ? '' : `<span class="number">${escaped(b.number)}</span> `}${line(b.line)}`;
    return b.look === 'quote'
      ? `<blockquote dir="auto">${inner}</blockquote>`
      : `<p class="${b.look}"${rtl && b.line.length > 0 && b.line.every((r) => r.as === 'said' && !r.rtl) ? ' dir="ltr"' : ''}>${inner}</p>`;
  }
  if (b.is === 'list') return `<${b.isOrdered ? 'ol' : 'ul'}>${b.items.map((item) => `<li>${line(item)}</li>`).join('')}</${b.isOrdered ? 'ol' : 'ul'}>`;
  if (b.is === 'verdicts')
    return `<ul class="verdicts">${b.of.map((v) => `<li><span class="soft">${escaped(v.lane)}</span> ${swatch(v.tone)}<b>${escaped(v.label)}</b>${v.proof === '' ? '' : ` · ${escaped(v.proof)}`}</li>`).join('')}</ul>`;
  if (b.is === 'chart') {
    const bars = b.lanes.map(
      (lane) => `<div class="lane"><b>${escaped(lane.label)}</b>${svg(barShapes(lane, rtl), barSize)}${b.hasKey ? keyOf(lane) : ''}</div>`,
    );
    return `<figure><div role="img" aria-label="${escaped(b.alt)}">${bars.join('')}</div><figcaption>${escaped(b.caption)}</figcaption></figure>`;
  }
  const cell = (of: Cell, column: number) =>
    `<td${b.numbers.includes(column) ? ' class="end"' : ''}>${of.map((l, i) => (i === 0 ? line(l) : `<br><small>${line(l)}</small>`)).join('')}</td>`;
  const head = b.head
    .map(
      (word, column) =>
        `<th scope="col"${b.numbers.includes(column) ? ' class="end"' : ''}>${b.isDense && column > 0 ? `<span>${escaped(word)}</span>` : escaped(word)}</th>`,
    )
    .join('');
  const all = b.shares.reduce((sum, share) => sum + share, 0);
  const widths = b.shares.map((share) => `<col style="width:${Math.round((share / all) * 100)}%">`).join('');
  return `${b.isDense ? '<div class="across" role="region" tabindex="0">' : ''}<table${b.isDense ? ' class="dense"' : ''}><colgroup>${widths}</colgroup><thead><tr>${head}</tr></thead><tbody>${b.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</tbody></table>${b.isDense ? '</div>' : ''}`;
}
