// The fonts of the PDF, shipped by package under the OFL, and which characters they draw.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);
const faces = [
  ['noto-sans', '400Regular/NotoSans_400Regular.ttf'],
  ['noto-sans', '600SemiBold/NotoSans_600SemiBold.ttf'],
  ['noto-sans', '700Bold/NotoSans_700Bold.ttf'],
  ['amiri', '400Regular/Amiri_400Regular.ttf'],
  ['amiri', '700Bold/Amiri_700Bold.ttf'],
] as const;

/** Noto Sans, and Amiri: of the Arabic fonts tried the one whose text can be searched, copied and read out. */
export const readFonts = (): Buffer[] => faces.map(([name, file]) => readFileSync(join(dirname(resolve(`@expo-google-fonts/${name}/package.json`)), file)));

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
