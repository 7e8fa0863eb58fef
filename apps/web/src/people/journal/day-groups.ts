import type { JournalEntry } from '@servanda/contract';

/** When an act was: as the demonstration tells it, else as the chain has it. */
export const momentOf = ({ at, toldAt }: Pick<JournalEntry, 'at' | 'toldAt'>): string => toldAt ?? at;

const dayOf = (moment: string) => {
  const date = new Date(moment);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
};

/** Entries under the days on which they fell for the reader; the order stays. */
export function byDay<E extends Pick<JournalEntry, 'at' | 'toldAt'>>(entries: readonly E[]): { day: string; entries: E[] }[] {
  const days: { day: string; entries: E[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(momentOf(entry));
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
