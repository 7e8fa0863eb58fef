// How an organisation's documents look: the name they bear, a logo, one colour, the paper.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { May, Name, Sha256 } from '../shapes.ts';

/** Bytes of a logo as it is sent. */
export const largestLogo = 512 * 1024;
export const Paper = z.enum(['a4', 'letter', 'a3']);
export type Paper = z.infer<typeof Paper>;
/** Text in the colour stands on white and on the ground of table heads: 4.5 to 1 on both (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;
export const grounds = ['#ffffff', '#e9eef4'] as const;

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const luminance = (colour: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
/** Contrast of two colours `#rrggbb`, 1 to 21 (WCAG 2.2). */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
/** The least contrast that a colour has on the grounds of a document. */
export const contrastInDocuments = (colour: string): number => Math.min(...grounds.map((ground) => contrastOf(colour, ground)));

const channels = [1, 3, 5];
/** The nearest darker colour of the same hue that can be read; the colour itself where it can. */
export function readableColour(colour: string): string {
  for (let share = 255; share > 0; share -= 1) {
    const darker = `#${channels
      .map((at) =>
        Math.round((Number.parseInt(colour.slice(at, at + 2), 16) * share) / 255)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
    if (contrastInDocuments(darker) >= leastContrast) return darker;
  }
  return '#000000';
}

export const Colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'Write the colour as # and six hexadecimal digits')
  .transform((colour) => colour.toLowerCase());
export const HouseColour = Colour.refine((colour) => contrastInDocuments(colour) >= leastContrast, {
  error: ({ input }) => `The colour is too light to be read. ${readableColour(String(input))} would do`,
});

export const HouseStyle = z
  .object({
    /** 0: nobody has chosen anything yet. */
    number: z.number().int(),
    /** The name on documents; empty: that of the organisation. */
    name: z.string(),
    colour: z.string(),
    paper: Paper,
    logo: z.object({ sha256: Sha256, width: z.number().int(), height: z.number().int() }).nullable(),
    may: z.object({ change: May }),
  })
  .meta({ id: 'HouseStyle' });
export type HouseStyle = z.infer<typeof HouseStyle>;

export const ReviseHouseStyle = z
  .object({
    /** The number that was seen. */
    number: z.number().int().min(0).max(2_147_483_647),
    name: z.union([z.literal(''), Name(160)]).default(''),
    colour: HouseColour,
    paper: Paper,
    /** Takes the logo away. */
    withoutLogo: z.boolean().default(false),
  })
  .meta({ id: 'ReviseHouseStyle' });

const door = doorsOf('reports');
export const houseStyle = {
  houseStyle: door('houseStyle', {
    method: 'GET',
    path: '/api/house-style',
    summary: 'How the documents of my organisation look: name, logo, colour, paper',
    access: 'session',
    allows: allow.exporters,
    output: HouseStyle,
  }),
  houseLogo: door('houseLogo', {
    method: 'GET',
    path: '/api/house-style/logo',
    summary: 'The logo as it stands in documents: PNG, drawn anew from what was sent',
    access: 'session',
    allows: allow.exporters,
    output: z.unknown(),
    media: 'image/png',
    refusals: ['not_found'],
  }),
  reviseHouseStyle: door('reviseHouseStyle', {
    method: 'PUT',
    path: '/api/house-style',
    summary: 'Choose name, colour and paper of documents; a colour too light to be read is refused',
    access: 'session',
    allows: allow.leads,
    input: { body: ReviseHouseStyle },
    output: HouseStyle,
    refusals: ['stale_version', 'cross_site', 'unsupported_media_type'],
  }),
  putLogo: door('putLogo', {
    method: 'POST',
    path: '/api/house-style/logo',
    summary: 'Put a logo on documents (multipart field `file`, SVG or PNG); it is checked and drawn anew, and nothing else of it is kept',
    repeats: true,
    access: 'session',
    allows: allow.leads,
    output: HouseStyle,
    status: 201,
    accepts: 'multipart/form-data',
    refusals: ['cross_site', 'file_too_large', 'unsupported_media_type', 'storage_full'],
  }),
};
