// The criminalisation matrix of a release, from what was read. Pure.
import { criminalisationActs, criminalisationColumns } from '@servanda/catalogue';
import type { ReleaseMatrix, ReleaseParts } from '@servanda/contract';
import { resolver } from '../assessments/criminalisation/criminalisation.rules.ts';
import type { MaterialCell } from './material.ts';

interface Reasoned {
  code: string;
  matrixReason: string;
}

/** Sources are shown where evidence is published, those of pieces that are not public never; reasons where reasons are. */
export function matrixOf(cells: readonly MaterialCell[], elements: readonly Reasoned[], parts: ReleaseParts): ReleaseMatrix {
  const held = resolver(cells);
  return {
    columns: criminalisationColumns.map(({ code, title, citation, force }) => ({ code, title, citation, force })),
    acts: criminalisationActs.map((act) => {
      const here = criminalisationColumns.map(({ code }) => held(act, code));
      const { code, element, citation, object } = act;
      return { ...{ code, element, citation, act: act.act, object }, values: here.map(({ value }) => value), from: here.map(({ from }) => from) };
    }),
    set: cells.map(({ row, column, value, source, isPublic }) => {
      const isShown = parts.evidence && isPublic;
      return { row, column, value, source: isShown ? source : '', restsOnUnpublished: source !== '' && !isShown };
    }),
    reasons: parts.reasons ? elements.flatMap(({ code, matrixReason }) => (matrixReason ? [{ element: code, reason: matrixReason }] : [])) : [],
  };
}
