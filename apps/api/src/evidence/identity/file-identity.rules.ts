import { setImmediate } from 'node:timers/promises';
import { type IdentityKind, identityIn, mostPassages } from '@servanda/contract';

/** Where something stands that may identify somebody: in UTF-16 units of its page; never its words. */
export interface Passage {
  page: number;
  kind: IdentityKind;
  at: number;
  length: number;
}

/** Looks into a text page by page; between two pages others are served. */
export async function lookInto(pages: readonly { number: number; text: string }[]): Promise<{ found: Passage[]; count: number }> {
  const found: Passage[] = [];
  let count = 0;
  for (const { number: page, text } of pages) {
    const here = identityIn(text);
    count += here.length;
    found.push(...here.slice(0, mostPassages - found.length).map(({ kind, at, length }) => ({ page, kind, at, length })));
    await setImmediate();
  }
  return { found, count };
}

const around = 60;
const points = (text: string, unit: number) => [...text.slice(0, unit)].length;
/** A passage in its words, with a little of what stands around it; places in code points. */
export const inWords = (text: string, { page, kind, at, length }: Passage) => ({
  ...{ page, kind, from: points(text, at), to: points(text, at + length), words: text.slice(at, at + length) },
  before:
    at > around
      ? text
          .slice(at - around, at)
          .replace(/^\S{0,20}\s|^/, '… ')
          .toWellFormed()
      : text.slice(0, at),
  after:
    at + length + around < text.length
      ? text
          .slice(at + length, at + length + around)
          .replace(/\s\S{0,20}$|$/, ' …')
          .toWellFormed()
      : text.slice(at + length),
});
