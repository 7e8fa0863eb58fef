import type { WorkbookField, WorkbookRow } from '@servanda/contract';
import { IconAlertTriangle, IconArrowsSplit, IconEqual, IconPencil, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dayInWords, momentAsDay } from '../../platform/dates.ts';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { english } from '../../platform/settings.ts';
import { AnewPart, beginningOf } from './anew-part.tsx';
import type { Written } from './use-workbook.ts';

const marks = { new: IconPlus, changed: IconPencil, unchanged: IconEqual, conflict: IconArrowsSplit, refused: IconAlertTriangle };
/** Letters of a value that stand in the table; the workbook holds the rest. */
const mostLetters = 240;

const choices = ['keep', 'take', 'anew'] as const;
/** What is to stand where somebody else wrote meanwhile: the record, the sheet, or words of one's own. */
export type Choice = (typeof choices)[number];

interface Deciding {
  written: Written;
  onWrite: (element: string, words: Written[string]) => void;
}
interface CompareTableProps extends Deciding {
  rows: readonly WorkbookRow[];
  chosen: Readonly<Record<string, Choice>>;
  onChoose: (element: string, choice: Choice) => void;
}

/** Row by row: what it was when the workbook was taken, what it is now, what the sheet says. */
export function CompareTable({ rows, chosen, onChoose, ...deciding }: CompareTableProps) {
  const { t } = useTranslation(['workbook']);
  if (rows.length === 0) return <p className="soft">{t('workbook:none')}</p>;
  return (
    <table className="record record-stacks workbook-compare">
      <caption className="unseen">{t('workbook:caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('workbook:column.field')}</th>
          <th scope="col">{t('workbook:column.was')}</th>
          <th scope="col">{t('workbook:column.now')}</th>
          <th scope="col">{t('workbook:column.sheet')}</th>
        </tr>
      </thead>
      {rows.map((row) => (
        <RowPart key={row.row} row={row} choice={chosen[row.element]} onChoose={(choice) => onChoose(row.element, choice)} {...deciding} />
      ))}
    </table>
  );
}

interface RowPartProps extends Deciding {
  row: WorkbookRow;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
}

function RowPart({ row, choice, onChoose, written, onWrite }: RowPartProps) {
  const { t } = useTranslation(['workbook']);
  const words = useFaultWords();
  const Mark = marks[row.outcome];
  return (
    <tbody data-outcome={row.outcome}>
      <tr className="workbook-row">
        <th scope="rowgroup" colSpan={4}>
          <span className="workbook-outcome">
            <Mark size={15} aria-hidden /> {t(`workbook:outcome.${row.outcome}`)}
          </span>{' '}
          {row.citation ? (
            <span {...english}>
              {row.citation} {row.title}
            </span>
          ) : (
            <bdi>{row.element}</bdi>
          )}{' '}
          <small className="soft">{t('workbook:row', { row: row.row })}</small>
        </th>
      </tr>
      {row.faults.map(({ cell, said, message }) => (
        <tr key={`${cell} ${message}`} className="workbook-fault">
          <td colSpan={4}>
            <strong>{t('workbook:cell', { cell })}</strong> {said ? <q>{said}</q> : null} {words(message)}
          </td>
        </tr>
      ))}
      {row.fields.map(({ field, cell, was, now, sheet }) => (
        <tr key={field}>
          <th scope="row">
            {t(`workbook:field.${field}`)} <small className="soft">{cell}</small>
          </th>
          <td data-label={t('workbook:column.was')}>
            <Said field={field} value={was} />
          </td>
          <td data-label={t('workbook:column.now')} data-moved={was === now ? undefined : ''}>
            <Said field={field} value={now} />
          </td>
          <td data-label={t('workbook:column.sheet')} data-moved={was === sheet ? undefined : ''}>
            <Said field={field} value={sheet} />
          </td>
        </tr>
      ))}
      {row.outcome === 'conflict' ? (
        <tr>
          <td colSpan={4}>
            <fieldset className="workbook-choice">
              <legend>
                {row.latest ? t('workbook:meanwhile', { author: row.latest.author, number: row.latest.number, day: momentAsDay(row.latest.recordedAt) }) : ''}
              </legend>
              {choices.map((one) => (
                <label key={one}>
                  <input type="radio" name={`choice-${row.row}`} checked={choice === one} onChange={() => onChoose(one)} />
                  {t(`workbook:choice.${one}`)}
                </label>
              ))}
            </fieldset>
            {choice === 'anew' ? (
              <AnewPart row={row} words={written[row.element] ?? beginningOf(row)} onWrite={(words) => onWrite(row.element, words)} />
            ) : null}
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

/** A value in the reader's words. */
function Said({ field, value }: { field: WorkbookField; value: string }) {
  const { t, i18n } = useTranslation(['workbook', 'assessments']);
  if (value === '') return <span className="soft">{t('workbook:empty')}</span>;
  if (field === 'law' || field === 'practice') return <>{i18n.t(`${field}.${value}` as 'law.compliant', { ns: 'assessments' })}</>;
  if (field === 'asOf' || field === 'periodFrom' || field === 'periodTo') return <>{dayInWords(value)}</>;
  return <bdi className="workbook-prose">{value.length > mostLetters ? `${value.slice(0, mostLetters)} …` : value}</bdi>;
}
