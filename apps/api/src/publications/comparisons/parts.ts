// What the pages of comparisons share: forms that are sent by GET, downloads, verdicts that may be silent.
import { catalogue } from '@servanda/catalogue';
import type { ComparedDossier, ComparedPosition, Lane } from '@servanda/contract';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import type { Edition } from '../portal/edition.ts';
import { verdict } from '../portal/marks.ts';
import { wordsIn } from './words.ts';

export const elements = catalogue.obligations.flatMap((obligation) => obligation.elements.map((element) => ({ ...element, obligation: obligation.code })));
export const articles = [...new Set(elements.map(({ article }) => article))];

export const option = (value: string | number, word: string, isChosen: boolean, isOff = false): Markup =>
  html`<option value="${value}"${isChosen ? html` selected` : null}${isOff ? html` disabled` : null}>${word}</option>`;
/** The language of the page, kept by a form. */
export const tongue = ({ lang }: Edition): Markup | null => (lang === 'en' ? null : html`<input type="hidden" name="lang" value="${lang}">`);

/** The same for programs and spreadsheets, and how to print it. */
export function downloads(edition: Edition, [json = '', csv = '']: readonly string[]): Markup {
  const w = wordsIn(edition);
  return html`<ul class="downloads inline" aria-label="${w.take}"><li><a href="${json}">${w.json}</a></li><li><a href="${csv}" download>${w.csv}</a></li><li class="soft">${w.print}</li></ul>`;
}

/** Why nothing is compared, above everything else; what was chosen stays. */
export const fault = (sentences: readonly string[]): Markup | null =>
  sentences.length ? html`<div class="fault" role="alert">${sentences.map((one) => html`<p>${one}</p>`)}</div>` : null;

/** A verdict with its proof; where nothing is published on the element, silence. */
export function laneCell(edition: Edition, lane: Lane, position: ComparedPosition | null): Markup {
  if (!position) return html`<span class="verdict silent">${wordsIn(edition).silent}</span>`;
  const proof = lane === 'law' ? position.lawProof : position.practiceProof;
  return html`${verdict(edition, lane, position)}${proof === 'none' ? null : html`<small>${edition.words.proof[proof]}</small>`}`;
}

/** Kind, number and day of the release by which a dossier stands. */
export const releaseWords = ({ words, fill, day, ...edition }: Edition, one: ComparedDossier): string =>
  `${words.kind[one.kind]} · ${fill(wordsIn(edition).states.releaseOf, { number: one.number, day: day(one.publishedAt) })}`;
