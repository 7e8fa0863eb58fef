// The fonts of the PDF, shipped by package under the OFL, and which characters they draw.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);
const expo = (name: string, face: string) => join(dirname(resolve(`@expo-google-fonts/${name}/package.json`)), face);
const faces = [
  expo('noto-sans', '400Regular/NotoSans_400Regular.ttf'),
  expo('noto-sans', '400Regular_Italic/NotoSans_400Regular_Italic.ttf'),
  expo('noto-sans', '600SemiBold/NotoSans_600SemiBold.ttf'),
  expo('noto-sans', '700Bold/NotoSans_700Bold.ttf'),
  expo('amiri', '400Regular/Amiri_400Regular.ttf'),
  expo('amiri', '700Bold/Amiri_700Bold.ttf'),
  ...['Regular', 'Bold'].map((weight) => join(dirname(resolve('@embedpdf/fonts-sc')), `../fonts/NotoSansHans-${weight}.otf`)),
];

/** Noto Sans (Latin, Greek, Cyrillic), Noto Sans for Chinese, and Amiri: of the Arabic fonts tried the one whose text can be searched, copied and read out. */
export const readFonts = (): Buffer[] => faces.map((face) => readFileSync(face));

/** The one for the figures of charts, where no other is at hand. */
export const figureFont = (): Buffer => readFileSync(expo('noto-sans', '600SemiBold/NotoSans_600SemiBold.ttf'));

/** The code points that a font's table of characters (cmap, formats 4 and 12) leads to a glyph. */
export function drawnBy(font: Buffer, drawn: Set<number>): Set<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + i * 16);
  const at = tables.find((entry) => font.toString('latin1', entry, entry + 4) === 'cmap');
  if (at === undefined) return drawn;
  const cmap = font.readUInt32BE(at + 8);
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const table = cmap + font.readUInt32BE(cmap + 8 + i * 8);
    const format = font.readUInt16BE(table);
    if (format === 12) addGroups(font, table, drawn);
    if (format === 4) addSegments(font, table, drawn);
  }
  return drawn;
}

function addGroups(font: Buffer, table: number, drawn: Set<number>): void {
  for (let k = 0; k < font.readUInt32BE(table + 12); k++) {
    const last = font.readUInt32BE(table + 20 + k * 12);
    for (let code = font.readUInt32BE(table + 16 + k * 12); code <= last; code++) drawn.add(code);
  }
}

function addSegments(font: Buffer, table: number, drawn: Set<number>): void {
  const twice = font.readUInt16BE(table + 6);
  for (let k = 0; k < twice; k += 2) {
    const last = font.readUInt16BE(table + 14 + k);
    const first = font.readUInt16BE(table + 16 + twice + k);
    const delta = font.readInt16BE(table + 16 + twice * 2 + k);
    const place = table + 16 + twice * 3 + k;
    const range = font.readUInt16BE(place);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = range === 0 ? code + delta : font.readUInt16BE(place + range + (code - first) * 2);
      if ((glyph & 0xffff) !== 0) drawn.add(code);
    }
  }
}
