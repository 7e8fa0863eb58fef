import * as z from 'zod';

/**
 * What is found in a file that is not kept: the code of the refusal, and what was found in English. The web app's words
 * are keyed by the same names, so that a new one turns both sides red until it is worded.
 */
export const unfits = {
  other_kind: ['file_disguised', 'the bytes are of another kind'],
  not_text: ['file_disguised', 'it holds bytes that no text holds, such as NUL'],
  parts_missing: ['file_disguised', 'the parts that make it a document of its kind are missing'],
  damaged: ['file_disguised', 'its package is damaged'],
  too_many_parts: ['file_bloated', 'it has more than 2000 parts'],
  unpacks_vast: ['file_bloated', 'it unpacks to more than 200 MiB'],
  unpacks_hundredfold: ['file_bloated', 'it unpacks to more than 100 times its size'],
  list_too_long: ['file_bloated', 'one of its lists is far too long'],
  too_costly: ['file_bloated', 'looking through it takes too long or too much memory'],
  twin_parts: ['file_active', 'it has two parts of one name'],
  locked: ['file_active', 'it is locked with a password, so that it cannot be looked into'],
  pointing_part: ['file_active', 'a part points to another place'],
  macros: ['file_active', 'it holds macros, scripts or embedded objects'],
  file_inside: ['file_active', 'it holds another file that is no part of a document'],
  parts_overlap: ['file_active', 'its parts lie inside one another or behind something else'],
  part_outside: ['file_active', 'a part would be unpacked outside its folder'],
  entities: ['file_active', 'its text declares entities'],
  odd_encoding: ['file_active', 'its text is written in an unusual encoding or declares entities'],
  starts_program: ['file_active', 'a field starts another program'],
  field_fetches: ['file_active', 'a field fetches something from another place'],
  script_link: ['file_active', 'a link in it is a script or starts a program'],
  fetches: ['file_active', 'it fetches a part from another place'],
  formula: ['file_active', 'a formula in it starts a program or fetches something'],
  rtf_object: ['file_active', 'it holds an embedded object, or a template or field that starts a program or fetches something'],
  pdf_acts: ['file_active', 'it holds a script, an embedded file, sound or film, starts a program or sends what is filled in'],
  pdf_packed: ['file_active', 'it is packed so that its parts cannot be looked into'],
} as const satisfies Record<string, readonly [string, string]>;

export type UnfitReason = keyof typeof unfits;
export const UnfitReason = z.enum(Object.keys(unfits) as [UnfitReason, ...UnfitReason[]]);
