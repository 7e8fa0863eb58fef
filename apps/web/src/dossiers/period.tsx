import { useTranslation } from 'react-i18next';
import { dayInWords } from '../platform/dates.ts';

/** A period in words, open at either end; nothing where neither is stated. */
export function Period({ from, to, before = '' }: { from: string | null; to: string | null; before?: string }) {
  const { t } = useTranslation(['dossiers']);
  if (from && to) return <>{before + t('dossiers:head.period', { from: dayInWords(from), to: dayInWords(to) })}</>;
  if (from) return <>{before + t('dossiers:head.since', { from: dayInWords(from) })}</>;
  return to ? before + t('dossiers:head.until', { to: dayInWords(to) }) : null;
}
