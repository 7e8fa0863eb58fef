// How many published dossiers give which verdict: bars by the module that draws those of the reports, with their words beside them.
import { LawKey, PracticeKey, type Tone, toneOfLaw, toneOfPractice, type VerdictCounts } from '@servanda/contract';
import { barShapes, barSize, type Palette, toneDefsIn } from '../../assessments/chart.svg.ts';
import { drawn, html, type Markup } from '../../platform/http/docs/markup.ts';
import type { Edition } from '../portal/edition.ts';
import { swatch } from '../portal/marks.ts';

const without = { not_assessed: 'unassessed', not_applicable: 'outside' } as const;
const lawTones: Record<LawKey, Tone> = { ...toneOfLaw, ...without };
const practiceTones: Record<PracticeKey, Tone> = { ...toneOfPractice, ...without };

interface Part {
  label: string;
  tone: Tone;
  count: number;
}
/** Both lanes, the best first; verdicts that nobody gives are left out. */
export function lanesOf({ words }: Edition, { law, practice }: VerdictCounts): { label: string; parts: Part[] }[] {
  const given = (parts: Part[]) => parts.filter(({ count }) => count > 0);
  return [
    { label: words.laneOf.law, parts: given(LawKey.options.map((key) => ({ label: words.law[key], tone: lawTones[key], count: law[key] }))) },
    {
      label: words.laneOf.practice,
      parts: given(PracticeKey.options.map((key) => ({ label: words.practice[key], tone: practiceTones[key], count: practice[key] }))),
    },
  ];
}

/** In the colours of the page, by day, by night and on paper. */
const ofPage: Palette = {
  tones: {
    full: 'var(--full)',
    most: 'var(--most)',
    part: 'var(--part)',
    least: 'var(--least)',
    unknown: 'var(--no)',
    unassessed: 'var(--no)',
    outside: 'var(--no)',
  },
  paper: 'var(--paper)',
  ink: 'var(--ink)',
};
/** The patterns, once on a page. */
export const chartPatterns = (): Markup => html`<svg class="patterns" width="0" height="0" aria-hidden="true">${drawn(toneDefsIn(ofPage))}</svg>`;

const narrow = 260;
/** One bar of a row, beside its figures in words for those who do not see it. */
export function rowBar(edition: Edition, parts: readonly Part[]): Markup {
  const told = parts.map(({ label, count }) => `${label} ${count}`).join(', ');
  const shapes = barShapes({ parts: [...parts] }, edition.dir === 'rtl', { palette: ofPage, width: narrow });
  return html`<svg class="row-bar" viewBox="0 0 ${narrow} ${barSize.height}" role="img" aria-label="${told}">${drawn(shapes)}</svg>`;
}

/** Both lanes as a figure; what its bars say stands beneath them in words. */
export function verdictChart(edition: Edition, counts: VerdictCounts, caption: string): Markup {
  const lanes = lanesOf(edition, counts);
  const alt = `${caption}. ${lanes.map(({ label, parts }) => `${label}: ${parts.map((part) => `${part.label} ${part.count}`).join(', ')}`).join('; ')}`;
  const bars = lanes.map(
    ({ label, parts }) =>
      html`<div class="chart-lane"><b>${label}</b><svg viewBox="0 0 ${barSize.width} ${barSize.height}">${drawn(barShapes({ parts }, edition.dir === 'rtl', { palette: ofPage }))}</svg></div>`,
  );
  const keys = lanes.map(
    ({ label, parts }) =>
      html`<div><dt>${label}</dt><dd><ul>${parts.map((part) => html`<li>${swatch(part.tone)}${part.label} <b>${part.count}</b></li>`)}</ul></dd></div>`,
  );
  return html`<figure class="verdict-chart">${chartPatterns()}<div role="img" aria-label="${alt}">${bars}</div><figcaption>${caption}</figcaption><dl class="chart-key">${keys}</dl></figure>`;
}
