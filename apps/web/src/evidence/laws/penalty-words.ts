import type { KeptPenalty } from '@servanda/contract';
import i18next, { type TFunction } from 'i18next';

type Words = TFunction<['evidence', 'laws']>;
const figures = (value: number, currency: string | null): string => {
  // Western digits in Arabic too, as in dates: the figures of a law are read beside its source.
  const locale = i18next.language === 'ar' ? 'ar-u-nu-latn' : i18next.language === 'en' ? 'en-GB' : i18next.language;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
  return currency ? `${number}\u00a0${currency}` : number;
};

const lifeKey = { days: 'laws:penalty.daysToLife', months: 'laws:penalty.monthsToLife', years: 'laws:penalty.toLife' } as const;

/** One range of penalty as a reader would say it. */
export function penaltyInWords({ unit, minimum, maximum, currency, toLife, note }: KeptPenalty, t: Words): string {
  const tail = note ? (unit === 'other' ? note : ` (${note})`) : '';
  if (unit === 'other') return tail;
  if (unit === 'life') return t('laws:penalty.life') + tail;
  if (toLife && (unit === 'days' || unit === 'months' || unit === 'years'))
    return (minimum === null ? t('laws:penalty.upToLife') : t(lifeKey[unit], { from: figures(minimum, null) })) + tail;
  const from = minimum === null ? '' : figures(minimum, maximum === null ? currency : null);
  const to = maximum === null ? '' : figures(maximum, currency);
  const range =
    minimum === maximum
      ? to
      : maximum === null
        ? t('laws:penalty.least', { from })
        : minimum === null
          ? t('laws:penalty.most', { to })
          : t('laws:penalty.range', { from, to });
  return t(`laws:penalty.${unit}`, { range }) + tail;
}
