// How verdicts and coverage are drawn: colour and pattern together, always beside their word.
import { type Lane, type LawVerdict, type PracticeVerdict, type Tally, type Tone, toneOfLaw, toneOfPractice } from '@servanda/contract';
import { lawOf, practiceOf } from '../../assessments/verdicts.ts';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import type { Edition } from './edition.ts';

/** Both verdicts of an element, or of an obligation rolled up. */
export interface Judged {
  applies: boolean;
  law: LawVerdict | null;
  practice: PracticeVerdict | null;
}

export const toneOf = (lane: Lane, { applies, law, practice }: Judged): Tone => {
  if (!applies) return 'outside';
  if (lane === 'law') return law ? toneOfLaw[law] : 'unassessed';
  return practice ? toneOfPractice[practice] : 'unassessed';
};
export const wordOf = ({ words }: Edition, lane: Lane, judged: Judged): string =>
  lane === 'law' ? words.law[lawOf(judged)] : words.practice[practiceOf(judged)];

export const swatch = (tone: Tone): Markup => html`<i class="swatch u-${tone}" aria-hidden="true"></i>`;
/** A verdict in a word with its swatch. */
export const verdict = (edition: Edition, lane: Lane, judged: Judged): Markup =>
  html`<span class="verdict">${swatch(toneOf(lane, judged))}${wordOf(edition, lane, judged)}</span>`;

/** The scales with their marks. */
export function legend(edition: Edition): Markup {
  const { words } = edition;
  const one = (tone: Tone, word: string) => html`<li>${swatch(tone)}${word}</li>`;
  const law = Object.entries(toneOfLaw).map(([key, tone]) => ({ key, tone }));
  const practice = Object.entries(toneOfPractice).map(([key, tone]) => ({ key, tone }));
  const known = (of: Record<string, string>, key: string) => of[key] ?? key;
  return html`<div class="legend" role="group" aria-label="${words.release.legend}"><dl>
<div><dt>${words.laneOf.law}</dt><dd><ul>${law.map(({ key, tone }) => one(tone, known(words.law, key)))}</ul></dd></div>
<div><dt>${words.laneOf.practice}</dt><dd><ul>${practice.map(({ key, tone }) => one(tone, known(words.practice, key)))}${one('unassessed', words.practice.not_assessed)}${one('outside', words.practice.not_applicable)}</ul></dd></div>
</dl></div>`;
}

const part = (n: number, of: number) => `${of === 0 ? 0 : Math.round((1000 * n) / of) / 10}%`;
/** Three nested bars on one scale; the numbers stand beside them. */
const bars = ({ applicable, claimed, evidenced, verified }: Tally): Markup =>
  html`<svg class="bars" aria-hidden="true" width="100%" height="14"><rect class="b-track" x="0" y="0.5" width="100%" height="13"/><rect class="b-claimed" x="0" y="0.5" width="${part(claimed, applicable)}" height="13"/><rect class="b-evidenced" x="0" y="3" width="${part(evidenced, applicable)}" height="8"/><rect class="b-verified" x="0" y="5" width="${part(verified, applicable)}" height="4"/></svg>`;

/** What a dossier claims, law and practice apart, in three numbers each. */
export function coverageTable({ words, fill }: Edition, coverage: { law: Tally; practice: Tally }): Markup {
  const row = (lane: Lane) => {
    const tally = coverage[lane];
    const of = (n: number) => fill(words.coverage.of, { n, all: tally.applicable });
    return html`<tr><th scope="row">${words.laneOf[lane]}</th><td class="bar-cell">${bars(tally)}</td><td>${of(tally.claimed)}</td><td>${of(tally.evidenced)}</td><td>${of(tally.verified)}</td></tr>`;
  };
  return html`<table class="coverage"><caption class="vh">${words.coverage.caption}</caption>
<thead><tr><th scope="col"><span class="vh">${words.coverage.lane}</span></th><td></td><th scope="col">${words.proof.claimed}</th><th scope="col">${words.proof.evidenced}</th><th scope="col">${words.proof.verified}</th></tr></thead>
<tbody>${row('law')}${row('practice')}</tbody></table>`;
}

/** A link out of here: http and https alone, and nothing is vouched for. Other addresses stay text. */
export function outward(address: string, text: string): Markup {
  const { protocol } = URL.canParse(address) ? new URL(address) : { protocol: '' };
  return protocol === 'https:' || protocol === 'http:'
    ? html`<a href="${address}" rel="nofollow noopener noreferrer">${text}</a>`
    : html`<bdi dir="ltr">${address}</bdi>`;
}
/** What a person wrote: its direction is its own. */
export const own = (text: string): Markup => html`<bdi>${text}</bdi>`;
