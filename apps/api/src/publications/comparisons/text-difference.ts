// Two texts in one, word by word, where that can be read; where too little is shared, the two stand beside each other instead.
import { diffWords } from 'diff';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import type { Language } from '../portal/edition.ts';

/** Of the words of both texts, how many must be shared for one text to be readable. */
const shared = 0.4;
/** Edits at most that are looked for: beyond it the texts have little in common, and the search would cost. */
const most = 800;

/** What was taken out struck through, what came in underlined; null where the two are better read apart. */
export function difference(then: string, now: string, lang: Language): Markup | null {
  const parts = diffWords(then, now, { intlSegmenter: new Intl.Segmenter(lang, { granularity: 'word' }), maxEditLength: most });
  if (!parts) return null;
  const length = (of: typeof parts) => of.reduce((sum, { value }) => sum + value.length, 0);
  const same = length(parts.filter(({ added, removed }) => !added && !removed));
  if (same < shared * Math.max(then.length, now.length)) return null;
  return html`${parts.map(({ value, added, removed }) => (added ? html`<ins>${value}</ins>` : removed ? html`<del>${value}</del>` : html`${value}`))}`;
}
