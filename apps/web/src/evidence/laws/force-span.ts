import type { NationalProvision } from '@servanda/contract';
import type { TFunction } from 'i18next';
import { dayInWords } from '../../platform/dates.ts';

/** Since when and until when, where the column says already that it is about force; null where neither is stated. */
export function forceSpan(
  { inForceFrom: from, inForceTo: to }: Pick<NationalProvision, 'inForceFrom' | 'inForceTo'>,
  t: TFunction<['evidence', 'laws']>,
): string | null {
  if (!from && !to) return null;
  return t(`laws:span.${from && to ? 'both' : from ? 'from' : 'to'}`, { from: from && dayInWords(from), to: to && dayInWords(to) });
}
