import type { EvidenceKind } from '@servanda/contract';
import { Temporal } from 'temporal-polyfill';

/** Years after which a piece of this kind no longer shows how things are. A house rule: docs/decisions/0006-shelf-life.md. */
const shelfLife: Record<EvidenceKind, number | null> = {
  law: null,
  judgment: null,
  policy: null,
  agreement: null,
  statistics: 3,
  budget: 2,
  training_record: 3,
  report: 5,
  institution: 5,
};

/** Calendar days (`YYYY-MM-DD`) on which the rule rests. */
export interface Dated {
  kind: EvidenceKind;
  datedOn: string | null;
  inForceTo: string | null;
  periodTo: string | null;
}

const lastYear = 9999;
const written = (day: Temporal.PlainDate): string | null => (day.year > lastYear ? null : day.toString());

/**
 * First day on which the piece is out of date, or null: never. The earlier of the day after its force ends and
 * the end of the period it covers (else its own date) plus the shelf life of its kind.
 */
export function outOfDateOn({ kind, datedOn, inForceTo, periodTo }: Dated): string | null {
  const years = shelfLife[kind];
  const covered = periodTo ?? datedOn;
  const ended = inForceTo === null ? null : written(Temporal.PlainDate.from(inForceTo).add({ days: 1 }));
  const aged = years === null || covered === null ? null : written(Temporal.PlainDate.from(covered).add({ years }));
  return [ended, aged].filter((day) => day !== null).sort()[0] ?? null;
}

/** Out of date from `day` on, as seen `today`. */
export const isOutOfDate = (day: string | null, today: string): boolean => day !== null && day <= today;
