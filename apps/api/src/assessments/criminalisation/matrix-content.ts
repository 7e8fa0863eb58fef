// The matrix as it is read: the catalogue's rows and columns with what was recorded. Pure.
import { criminalisationActs, criminalisationColumns, criminalisationGroups, groupCodeOf } from '@servanda/catalogue';
import type { Criminalisation } from '@servanda/contract';
import { against, resolver, type Said } from './criminalisation.rules.ts';

export type Fed = Omit<Criminalisation['elements'][number], 'against'>;
type Content = Pick<Criminalisation, 'columns' | 'groups' | 'acts' | 'elements'>;

/** What the catalogue asks, row by row and column by column, with what was said; `elements`: those that a column feeds, which learn what speaks against them. */
export function contentOf(said: readonly Said[], elements: readonly Fed[]): Content {
  const held = resolver(said);
  return {
    groups: criminalisationGroups,
    columns: criminalisationColumns.map(({ code, title, asks, citation, force, note, feeds }) => ({ code, title, asks, citation, force, note, feeds })),
    acts: criminalisationActs.map((act) => ({
      ...{ code: act.code, group: groupCodeOf(act), element: act.element, citation: act.citation, act: act.act, object: act.object },
      cells: criminalisationColumns.map(({ code }) => held(act, code)),
    })),
    elements: elements.map((element) => ({ ...element, against: against(element.code, said) })),
  };
}
