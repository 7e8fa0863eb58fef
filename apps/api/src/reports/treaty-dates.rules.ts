// The dates of the treaty that a report has to look ahead to.
import type { TreatyDate } from '@servanda/contract';
import { type Adherence, calendarOf, type Override } from '../treaties/calendar.rules.ts';

/**
 * The initial report while it is still due, and what comes after it. Of a date that has passed nobody records whether the report was given: an
 * initial one is then not named; the next one is, for it is the newest date known.
 */
export function datesAhead(adherence: Adherence, overrides: Override[], source: string, today: string): TreatyDate[] {
  const { initialReport, next } = calendarOf(adherence, overrides, today);
  const isPast = (on: string | null) => on !== null && on < today.slice(0, on.length);
  const sourceOf = (on: string | null, override: { on: string; source: string } | null) =>
    override && override.on === on ? override.source : on ? source : null;
  const initial: TreatyDate[] =
    initialReport.on && !isPast(initialReport.on)
      ? [
          {
            kind: 'initial-report',
            on: initialReport.on,
            rule: initialReport.rule,
            source: sourceOf(initialReport.on, initialReport.override),
            isPast: false,
          },
        ]
      : [];
  if (next.kind === 'none' || next.kind === 'not-computed') return initial;
  return [...initial, { kind: next.kind, on: next.on, rule: next.rule, source: sourceOf(next.on, next.override), isPast: isPast(next.on) }];
}
