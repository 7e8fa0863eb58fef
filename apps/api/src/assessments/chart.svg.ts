// Draws bars and swatches of verdicts for every writer and the public pages: one colour and one pattern for each tone, told apart in grey print too.
import type { Tone } from '@servanda/contract';

export const tones = ['full', 'most', 'part', 'least', 'unknown', 'unassessed', 'outside'] as const satisfies readonly Tone[];
/** On white at least 3 to 1 (WCAG 2.2, 1.4.11); the web app has the same on its light pages (marks.css). */
export const toneColours: Record<Tone, string> = {
  full: '#0b6b61',
  most: '#2b7fa0',
  part: '#a96a00',
  least: '#c1341a',
  unknown: '#7d786c',
  unassessed: '#7d786c',
  outside: '#7d786c',
};
/** In what a picture is drawn: paper's own colours, or those of a page by day and by night. */
export interface Palette {
  tones: Record<Tone, string>;
  paper: string;
  ink: string;
}
const onPaper: Palette = { tones: toneColours, paper: '#fff', ink: '#1c2733' };
/** Of a bar: how many of each verdict, the best first. */
export interface Bar {
  parts: { tone: Tone; count: number }[];
}
const patterned = ['most', 'part', 'least', 'unknown', 'outside'] as const;
const patternOf: Record<(typeof patterned)[number], (colour: string, paper: string) => string> = {
  most: (c, paper) => tile(7, 400, paper, `<rect width="5.2" height="400" fill="${c}"/>`),
  part: (c, paper) =>
    tile(5.774, 10, paper, `<path d="M0 0L2.771 0L-3.002 10L-5.774 10ZM5.774 0L8.545 0L2.771 10L0 10ZM11.547 0L14.318 0L8.545 10L5.774 10Z" fill="${c}"/>`),
  least: (c, paper) =>
    tile(
      7.071,
      7.071,
      paper,
      `<path d="M-1 2.536L4.536 8.071M2.536 -1L8.071 4.536M-1 4.536L4.536 -1M2.536 8.071L8.071 2.536" stroke="${c}" stroke-width="1.2"/>`,
    ),
  unknown: (c, paper) => tile(5, 5, paper, `<circle cx="2.5" cy="2.5" r="1.2" fill="${c}"/>`),
  outside: (c, paper) => tile(5.657, 5.657, paper, `<path d="M-1 -1L7 7M4.657 -1L7 1.343M-1 4.657L2 7.657" stroke="${c}" stroke-width=".7"/>`),
};
/** Slanted lines are drawn on a tile as large as they need to meet those of the next: a turned tile takes three times as long to be drawn as PNG. */
const tile = (width: number, height: number, paper: string, inner: string) =>
  `width="${width}" height="${height}" patternUnits="userSpaceOnUse"><rect width="${width}" height="${height}" fill="${paper}"/>${inner}`;

/** The patterns, to be named once in a document. */
export const toneDefsIn = ({ tones: colours, paper }: Palette): string =>
  `<defs>${patterned.map((tone) => `<pattern id="tone-${tone}" ${patternOf[tone](colours[tone], paper)}</pattern>`).join('')}</defs>`;
export const toneDefs = toneDefsIn(onPaper);

const fillOf = (tone: Tone, { tones: colours, paper }: Palette) => (tone === 'full' ? colours.full : tone === 'unassessed' ? paper : `url(#tone-${tone})`);
const box = (tone: Tone, at: { x: number; y: number; width: number; height: number }, palette = onPaper) =>
  `<rect x="${at.x}" y="${at.y}" width="${at.width}" height="${at.height}" fill="${fillOf(tone, palette)}" stroke="${palette.tones[tone]}" stroke-width="1"${tone === 'unassessed' ? ' stroke-dasharray="3 2"' : ''}/>`;

export const swatchSize = { width: 22, height: 10 };
/** The sign beside a verdict's word. */
export const swatchShapes = (tone: Tone): string => box(tone, { x: 0.5, y: 0.5, width: swatchSize.width - 1, height: swatchSize.height - 1 });

export const barSize = { width: 600, height: 38 };
const gap = 2;
/** A bar of a lane, its counts above it; from the right where the language is. `width` as that of its picture. */
export function barShapes(
  { parts }: Bar,
  rtl: boolean,
  { palette = onPaper, width: whole = barSize.width }: { palette?: Palette; width?: number } = {},
): string {
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  const room = whole - gap * (parts.length - 1);
  let at = 0;
  return parts
    .map(({ tone, count }) => {
      const width = (room * count) / all;
      const x = rtl ? whole - at - width : at;
      at += width + gap;
      const drawn = { x: round(x + 0.5), y: 16.5, width: round(Math.max(1, width - 1)), height: 21 };
      return `${box(tone, drawn, palette)}<text x="${round(x + width / 2)}" y="11" text-anchor="middle" font-family="Noto Sans, Arial, sans-serif" font-size="11" font-weight="600" fill="${palette.ink}">${count}</text>`;
    })
    .join('');
}
const round = (value: number) => Math.round(value * 100) / 100;

/** A picture that stands alone. */
export const picture = (shapes: string, { width, height }: { width: number; height: number }): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${toneDefs}${shapes}</svg>`;
