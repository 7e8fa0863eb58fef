import type { Dossier } from '@servanda/contract';
import { type Adherence, calendarOf, type Override } from '../treaties/calendar.rules.ts';

/** The three dates of a State's calendar, each with the rule it follows from and the source of the date that holds. */
export function deadlinesOf(adherence: Adherence, overrides: Override[], source: string, today: string): Dossier['deadlines'] {
  const { entryIntoForce, initialReport, next } = calendarOf(adherence, overrides, today);
  const dated = [
    { kind: 'entry-into-force' as const, ...entryIntoForce },
    { kind: 'initial-report' as const, ...initialReport },
    { kind: 'next-report' as const, on: next.on, rule: next.rule, override: next.override },
  ];
  return dated.map(({ kind, on, rule, override }) => {
    const isOverride = override !== null && override.on === on;
    return { kind, on, rule, source: isOverride ? override.source : on ? source : null, isOverride };
  });
}
