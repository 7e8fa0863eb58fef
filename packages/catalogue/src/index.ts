import { readDueDateExamples } from './calendar.ts';
import { makeCatalogue } from './catalogue.ts';
import { readJson, readText } from './data-files.ts';
import { groupsOf, readActs, readColumns } from './matrix.ts';
import type { CriminalisationAct, CriminalisationColumn, CriminalisationGroup } from './matrix-types.ts';
import { makeOpenData } from './open-data.ts';
import { readStates } from './states.ts';
import type { CalendarOverride, Catalogue, DueDateExample, Element, Obligation, Reservation, StateParty } from './types.ts';

export { canonicalJson } from './canonical-json.ts';
export type { TreatyCheck } from './check.ts';
export { checkTreaty } from './check.ts';
export { CatalogueError } from './errors.ts';
export { groupCodeOf } from './matrix.ts';
export type * from './matrix-types.ts';
export { compileTreaty, sha256 } from './treaty-text.ts';
export type * from './types.ts';

/** The treaty, its register and the curated words, compiled once when the package is loaded. */
export const catalogue: Catalogue = makeCatalogue();

/** The treaty's text exactly as received. */
export const treatySource: string = readText('treaty.txt');

/** 178 parties and 8 signatories, as of 3 February 2026. */
export const statesParties: StateParty[] = readStates();

/** Only what the register's notes record; the depositary holds the texts. */
export const reservations: Reservation[] = readJson('reservations.json');

/** Printed or Committee-set dates that win over computed ones. */
export const calendarOverrides: CalendarOverride[] = readJson('calendar-overrides.json');

export const dueDateExamples: DueDateExample[] = readDueDateExamples();

/** Rows and columns of the criminalisation matrix. */
export const criminalisationActs: CriminalisationAct[] = readActs();
export const criminalisationColumns: CriminalisationColumn[] = readColumns();

export const criminalisationGroups: CriminalisationGroup[] = groupsOf(
  criminalisationActs,
  catalogue.obligations.flatMap(({ elements }) => elements),
);

const obligationsByCode = new Map(catalogue.obligations.map((obligation) => [obligation.code, obligation]));
const elementsByCode = new Map(catalogue.obligations.flatMap(({ elements }) => elements).map((element) => [element.code, element]));

export const findObligation = (code: string): Obligation | undefined => obligationsByCode.get(code);
export const findElement = (code: string): Element | undefined => elementsByCode.get(code);

/** Everything above as one JSON value with stable identifiers. */
export const openData = () => makeOpenData({ catalogue, states: statesParties, reservations, acts: criminalisationActs, columns: criminalisationColumns });
