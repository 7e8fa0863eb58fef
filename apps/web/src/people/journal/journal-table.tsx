import type { JournalEntry } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../../platform/dates.ts';
import '../../platform/table/table.css';
import { byDay } from './day-groups.ts';
import { JournalRow } from './journal-row.tsx';

interface JournalTableProps {
  entries: readonly JournalEntry[];
  names: Readonly<Record<string, string>>;
  onPerson: (person: string) => void;
}

/** The register: entries under the days on which they were made, newest first. */
export function JournalTable({ entries, names, onPerson }: JournalTableProps) {
  const { t } = useTranslation(['journal']);
  return (
    <table className="record journal">
      <caption className="unseen">{t('journal:table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('journal:column.time')}</th>
          <th scope="col">{t('journal:column.who')}</th>
          <th scope="col" colSpan={2}>
            {t('journal:column.what')}
          </th>
          <th scope="col" className="no-print">
            <span className="unseen">{t('journal:column.more')}</span>
          </th>
        </tr>
      </thead>
      {byDay(entries).map(({ day, entries: ofDay }) => (
        <tbody key={`${day} ${ofDay[0]?.seq}`}>
          <tr className="journal-day">
            <th scope="rowgroup" colSpan={5}>
              {dayInWords(day)}
            </th>
          </tr>
          {ofDay.map((entry) => (
            <JournalRow key={entry.seq} entry={entry} names={names} onPerson={onPerson} />
          ))}
        </tbody>
      ))}
    </table>
  );
}
