import type { CalendarDate, State } from '@servanda/contract';
import { Temporal } from 'temporal-polyfill';

/** The Protocol's own entry into force (Article 14(1)). */
export const generalEntryIntoForce = '2002-01-18';

/** What the calendar of one State follows from; days are `YYYY-MM-DD` without a zone. */
export interface Adherence {
  status: 'party' | 'signatory';
  type: 'ratification' | 'accession' | 'succession' | null;
  depositedOn: string | null;
  isCrcParty: boolean;
}
export type Event = 'entry-into-force' | 'initial-report' | 'next-report';
export interface Override {
  event: string;
  on: string;
  source: string;
}

const clamped = (day: string, duration: Temporal.DurationLike) => Temporal.PlainDate.from(day).add(duration, { overflow: 'constrain' }).toString();

/** Article 14: one month after deposit, or 18 January 2002 for deposits before it; the same day number, clamped to the month's end. */
function computeEntry(a: Adherence): { on: string | null; rule: string } {
  if (a.status === 'signatory') return { on: null, rule: 'A signatory is not yet bound' };
  if (a.type === 'succession' || !a.depositedOn) return { on: null, rule: 'Not computed for a succession: the depositary states the date' };
  if (a.depositedOn < generalEntryIntoForce) return { on: generalEntryIntoForce, rule: 'Article 14(1)' };
  return { on: clamped(a.depositedOn, { months: 1 }), rule: 'Article 14(2)' };
}

const held = (computed: { on: string | null; rule: string }, override: Override | undefined): CalendarDate => ({
  on: override?.on ?? computed.on,
  computedOn: computed.on,
  override: override ? { on: override.on, source: override.source } : null,
  rule: computed.rule,
});
const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

/**
 * Entry into force, initial report and what follows, as of `today`. A printed or Committee-set date wins
 * over the computed one and both are kept (Articles 12 and 14; domain rule "calendar").
 */
export function calendarOf(a: Adherence, overrides: Override[], today: string): State['calendar'] {
  const override = (event: Event) => overrides.find((o) => o.event === event);
  const entryIntoForce = held(computeEntry(a), override('entry-into-force'));
  const entry = entryIntoForce.on;
  const due = isDay(entry) ? { on: clamped(entry, { years: 2 }), rule: 'Article 12(1)' } : { on: null, rule: entryIntoForce.rule };
  const initialReport = held(due, override('initial-report'));
  return { entryIntoForce, initialReport, next: nextReport(a, due.on, override('next-report'), today) };
}

function nextReport(a: Adherence, initialDue: string | null, override: Override | undefined, today: string): State['calendar']['next'] {
  const printed = override ? { on: override.on, source: override.source } : null;
  if (a.status === 'signatory') return { kind: 'none', on: null, rule: 'A signatory has no reporting duty', override: null };
  if (!initialDue) return { kind: 'not-computed', on: printed?.on ?? null, rule: 'Not computed: the date of entry into force is not known', override: printed };
  if (a.isCrcParty)
    return {
      kind: 'in-crc-report',
      on: printed?.on ?? null,
      rule: 'Article 12(2), first sentence: in the next report under the Convention, on the date the Committee sets',
      override: printed,
    };
  let steps = 1;
  while (clamped(initialDue, { years: 5 * steps }) < today) steps++;
  return {
    kind: 'every-five-years',
    on: printed && printed.on >= today.slice(0, printed.on.length) ? printed.on : clamped(initialDue, { years: 5 * steps }),
    rule: 'Article 12(2), second sentence: every five years',
    override: printed,
  };
}
