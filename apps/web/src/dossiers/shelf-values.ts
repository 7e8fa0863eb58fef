import { EvidenceKind, houseShelfLife, ShelfLife } from '@servanda/contract';
import { z } from 'zod';

export const shelvedKinds = EvidenceKind.options;

/** What is chosen for each kind: `house`, `never`, or a number of years as text. */
export const ShelfValues = z.record(EvidenceKind, z.string());
export type ShelfValues = z.infer<typeof ShelfValues>;

const choiceOf = (years: number | null | undefined): string => (years === undefined ? 'house' : years === null ? 'never' : String(years));

/** A dossier's own years laid out as choices. */
export const valuesOf = (own: ShelfLife): ShelfValues => ShelfValues.parse(Object.fromEntries(shelvedKinds.map((kind) => [kind, choiceOf(own[kind])])));

/** The choices as the service takes them: what follows the house rule is not named. */
export const shelfLifeOf = (values: ShelfValues): ShelfLife =>
  ShelfLife.parse(
    Object.fromEntries(shelvedKinds.flatMap((kind) => (values[kind] === 'house' ? [] : [[kind, values[kind] === 'never' ? null : Number(values[kind])]]))),
  );

/** The years that a choice means; null: never out of date by age. */
export const yearsOf = (kind: EvidenceKind, choice: string): number | null =>
  choice === 'house' ? (houseShelfLife[kind] ?? null) : choice === 'never' ? null : Number(choice);
