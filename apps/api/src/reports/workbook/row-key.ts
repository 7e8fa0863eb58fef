// The two keys of a row: which element it is, and upon which judgement it was written.
import { sha256 } from '@servanda/catalogue';

const markOf = (dossier: string, element: string, base: number) => sha256(`${dossier} ${element} ${base}`).slice(0, 8);

/** The key that stands in the column of the base: the number of the judgement (0: none), and a mark by which a row from elsewhere, or a shifted one, is known. */
export const baseKey = (dossier: string, element: string, base: number): string => `r${base}-${markOf(dossier, element, base)}`;

/** The number of the judgement that a key names, or null where it does not belong to this element of this dossier. */
export function baseOf(key: string, dossier: string, element: string): number | null {
  const number = /^r(0|[1-9]\d{0,6})-[0-9a-f]{8}$/.exec(key)?.[1];
  if (number === undefined) return null;
  return baseKey(dossier, element, Number(number)) === key ? Number(number) : null;
}
