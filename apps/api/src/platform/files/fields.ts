import type { UnfitReason } from '@servanda/contract';

// The instructions of Word fields. A writer may cut one into many runs, so that they are put together again before they are read.
const instruction =
  /<(?:\w{1,20}:)?instrText\b[^<>]{0,500}>([^<]{0,4000})<|\s(?:\w{1,20}:)?instr\s*=\s*"([^"]{0,4000})"|(?:\w{1,20}:)?fldCharType\s*=\s*["'](begin|end)["']/g;
const acting: [RegExp, UnfitReason][] = [
  [/\bDDE(?:AUTO)?\b/i, 'starts_program'],
  [/\b(?:INCLUDEPICTURE|INCLUDETEXT|IMPORT|INCLUDE|LINK)\b[^\u241e]{0,200}?(?:[a-z]{2,}:|\\\\|\/\/)/i, 'field_fetches'],
];
/** Characters of instructions that are read together. */
const kept = 4000;

export class Fields {
  #text = '';
  #seen = 0;

  /** Reads the instructions of one window, which begins at `at` and may overlap the one before; why the part is refused, or null. */
  read(window: string, at: number): UnfitReason | null {
    for (const found of window.matchAll(instruction)) {
      const end = at + found.index + found[0].length;
      if (end <= this.#seen) continue;
      this.#seen = end;
      this.#text += found[1] ?? (found[2] === undefined ? '\u241e' : `\u241e${found[2]}\u241e`);
    }
    this.#text = this.#text.slice(-kept);
    for (const [pattern, why] of acting) if (pattern.test(this.#text)) return why;
    return null;
  }
}
