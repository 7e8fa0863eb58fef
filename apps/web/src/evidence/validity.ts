import type { Evidence } from '@servanda/contract';
import type { TFunction } from 'i18next';
import { dayInWords, momentAsDay } from '../platform/dates.ts';

type Words = TFunction<['evidence']>;

export type Validity = 'withdrawn' | 'out_of_date' | 'in_date';
export const validityOf = (piece: Evidence): Validity => (piece.withdrawn ? 'withdrawn' : piece.isOutOfDate ? 'out_of_date' : 'in_date');

/** Whether the piece still proves anything, and since when or until when. */
export function validityInWords(piece: Evidence, t: Words): string {
  if (piece.withdrawn) return t('evidence:withdrawnOn', { day: momentAsDay(piece.withdrawn.at) });
  if (!piece.outOfDateOn) return t('evidence:neverOutOfDate');
  return t(piece.isOutOfDate ? 'evidence:outOfDateSince' : 'evidence:outOfDateFrom', {
    day: dayInWords(piece.isOutOfDate ? piece.outOfDateOn : dayBefore(piece.outOfDateOn)),
  });
}

/** `of`: `force`, `period`, or `span` where a heading says already what of. Null where neither end is stated. */
export function spanInWords(of: 'force' | 'period' | 'span', from: string | null, to: string | null, t: Words): string | null {
  if (!from && !to) return null;
  const end = from && to ? 'both' : from ? 'from' : 'to';
  return t(`evidence:${of}.${end}`, { from: from && dayInWords(from), to: to && dayInWords(to) });
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
