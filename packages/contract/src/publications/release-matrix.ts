// The criminalisation matrix as it is frozen in a release: what holds for each act, what was set where, and from what it was read.
import * as z from 'zod';
import { CriminalisationForce, CriminalisationValue } from '../assessments/criminalisation.ts';
import { ElementCode } from '../shapes.ts';

export const ReleaseMatrix = z.object({
  columns: z.array(z.object({ code: z.string(), title: z.string(), citation: z.string(), force: CriminalisationForce })),
  /** `values` and `from` in the order of the columns: what holds, and the row that says it (`STATE`, a group or the act); null where nobody has said anything. */
  acts: z.array(
    z.object({
      code: z.string(),
      element: ElementCode,
      citation: z.string(),
      act: z.string(),
      object: z.string(),
      values: z.array(CriminalisationValue.nullable()),
      from: z.array(z.string().nullable()),
    }),
  ),
  /** What was set, row by row. `source`: where it was read; empty where none is named, evidence is not published, or the piece is not public. */
  set: z.array(z.object({ row: z.string(), column: z.string(), value: CriminalisationValue, source: z.string(), restsOnUnpublished: z.boolean() })),
  /** Why a verdict of compliant stands although a mandated column says no. */
  reasons: z.array(z.object({ element: ElementCode, reason: z.string() })),
});
export type ReleaseMatrix = z.infer<typeof ReleaseMatrix>;
