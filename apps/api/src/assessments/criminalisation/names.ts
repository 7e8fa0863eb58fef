// How the acts, the groups and the columns of the criminalisation matrix are named in every language; English is the catalogue's own.
import { criminalisationActs, criminalisationColumns, criminalisationGroups, groupCodeOf } from '@servanda/catalogue';
import type { DocumentLanguage } from '@servanda/contract';
import { names as ar } from './names.ar.ts';
import { names as es } from './names.es.ts';
import { names as fr } from './names.fr.ts';
import { names as ru } from './names.ru.ts';
import { names as zh } from './names.zh.ts';

/** Title and question of a column, an act, the purpose or object that the acts of a group share, and the group. */
export type NameKind = 'column' | 'asks' | 'act' | 'object' | 'group';
/** By the code of the column, the act or the group. */
export type MatrixNames = Record<NameKind, Readonly<Record<string, string>>>;

const english: MatrixNames = {
  column: Object.fromEntries(criminalisationColumns.map(({ code, title }) => [code, title])),
  asks: Object.fromEntries(criminalisationColumns.map(({ code, asks }) => [code, asks])),
  act: Object.fromEntries(criminalisationActs.map(({ code, act }) => [code, act])),
  object: Object.fromEntries(criminalisationActs.map((act) => [groupCodeOf(act), act.object])),
  group: Object.fromEntries(criminalisationGroups.map(({ code, title }) => [code, title])),
};
export const matrixNames: Record<DocumentLanguage, MatrixNames> = { en: english, fr, es, ar, zh, ru };

const groups = new Map(criminalisationActs.map((act) => [act.code, groupCodeOf(act)]));

/**
 * A name in a language; null where there is none but the English that is given. A release keeps what its catalogue said: where today's says it otherwise,
 * a word for today's name would be put into its mouth. The object of an act is asked for by the act.
 */
export function nameIn(lang: DocumentLanguage, kind: NameKind, code: string, given: string): string | null {
  const at = kind === 'object' ? (groups.get(code) ?? code) : code;
  return lang !== 'en' && english[kind][at] === given ? (matrixNames[lang][kind][at] ?? null) : null;
}
