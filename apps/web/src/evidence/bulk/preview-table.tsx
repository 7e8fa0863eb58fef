import { Confidentiality, EvidenceKind, EvidenceMethod, type ImportRow, ListColumn, OriginatorKind } from '@servanda/contract';
import { IconAlertTriangle, IconArrowRight, IconEqual, IconPencil, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../../platform/dates.ts';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { AlikeList } from '../alike-notice.tsx';
import { useLanguageNames } from '../languages.ts';

const marks = { new: IconPlus, changed: IconPencil, unchanged: IconEqual, refused: IconAlertTriangle };
/** Changes of one row that stand in the table. */
const mostShown = 6;

/** The rows of a list with what becomes of each. */
export function PreviewTable({ dossier, rows }: { dossier: string; rows: readonly ImportRow[] }) {
  const { t } = useTranslation(['bulk']);
  return (
    <table className="record record-stacks bulk-preview">
      <caption className="unseen">{t('bulk:list.caption')}</caption>
      <thead>
        <tr>
          <th scope="col" className="figure">
            {t('bulk:list.row')}
          </th>
          <th scope="col">{t('bulk:list.outcome')}</th>
          <th scope="col">{t('bulk:list.piece')}</th>
          <th scope="col">{t('bulk:list.what')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const Mark = marks[row.outcome];
          return (
            <tr key={row.row} data-outcome={row.outcome}>
              <th scope="row" className="figure bulk-number">
                <span>{t('bulk:list.row')} </span>
                {row.row}
              </th>
              <td className="bulk-outcome">
                <Mark size={15} aria-hidden /> {t(`bulk:outcome.${row.outcome}`)}
              </td>
              <td>
                {row.evidence ? (
                  <Link to="/dossiers/$dossier/evidence/$evidence" params={{ dossier, evidence: row.evidence }}>
                    <bdi>{row.title}</bdi>
                  </Link>
                ) : (
                  <bdi>{row.title}</bdi>
                )}
                <small className="soft">
                  <bdi>{row.reference}</bdi>
                </small>
              </td>
              <td>
                <WhatHappens dossier={dossier} row={row} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function WhatHappens({ dossier, row: { outcome, faults, changes, alike } }: { dossier: string; row: ImportRow }) {
  const { t } = useTranslation(['bulk', 'evidence']);
  const words = useFaultWords();
  const headOf = (column: ListColumn) => (column === 'reference' ? t('bulk:list.reference') : t(`evidence:field.${column}`));
  if (outcome === 'unchanged') return <span className="soft">{t('bulk:list.nothing')}</span>;
  return (
    <>
      <ul className="bulk-what">
        {faults.map(({ column, value, message }) => (
          <li key={`${column} ${message}`}>
            {column ? <strong>{headOf(column)}: </strong> : null}
            {value ? (
              <>
                <q>
                  <bdi>{value}</bdi>
                </q>
                {' — '}
              </>
            ) : null}
            <span>{words(message)}</span>
            {column && message === 'Use one of the allowed values' ? <KnownWords column={column} /> : null}
          </li>
        ))}
        {changes
          .filter(({ column }) => outcome === 'changed' || column !== 'title')
          .slice(0, mostShown)
          .map(({ column, before, after }) => (
            <li key={column}>
              <span className="soft">{headOf(column)}: </span>
              {outcome === 'changed' ? (
                <>
                  <del>
                    <Said column={column} value={before} />
                  </del>{' '}
                  <IconArrowRight size={14} aria-hidden className="bulk-becomes" />{' '}
                </>
              ) : null}
              <Said column={column} value={after} />
            </li>
          ))}
        {changes.length - mostShown > 1 ? (
          <li className="soft">{t('bulk:list.more', { count: changes.length - mostShown - (outcome === 'changed' ? 0 : 1) })}</li>
        ) : null}
      </ul>
      {alike.length > 0 ? (
        <div className="bulk-alike">
          {t('bulk:alike.title')}
          <AlikeList alike={alike} dossier={dossier} />
        </div>
      ) : null}
    </>
  );
}

const choices = { kind: EvidenceKind, originatorKind: OriginatorKind, method: EvidenceMethod, confidentiality: Confidentiality } as const;

/** The words that a column knows, where it knows only some. */
function KnownWords({ column }: { column: ListColumn }) {
  const known = ListColumn.extract(['kind', 'originatorKind', 'method', 'confidentiality']).safeParse(column).data;
  if (!known) return null;
  return (
    <small className="soft">
      {choices[known].options.map((value, n) => (
        <span key={value}>
          {n > 0 ? ' · ' : ''}
          <Said column={column} value={value} />
        </span>
      ))}
    </small>
  );
}

const isWord = (column: ListColumn) => ['kind', 'originatorKind', 'method', 'confidentiality', 'coversWholeTerritory'].includes(column);
const isDay = (column: ListColumn) => ['datedOn', 'inForceFrom', 'inForceTo', 'periodFrom', 'periodTo', 'reviewBy'].includes(column);
/** Letters of a value that stand in the table; the list itself holds the rest. */
const mostLetters = 160;

/** A value in the reader's words. */
function Said({ column, value }: { column: ListColumn; value: string }) {
  const { t, i18n } = useTranslation(['bulk', 'evidence']);
  const { nameOf } = useLanguageNames();
  if (value === '') return <span className="soft">{t('bulk:list.empty')}</span>;
  if (isDay(column)) return <>{dayInWords(value)}</>;
  if (column === 'language') return <>{nameOf(value)}</>;
  const key = column === 'coversWholeTerritory' ? `whole.${value === 'true' ? 'yes' : 'no'}` : `${column}.${value}`;
  if (isWord(column)) return <>{i18n.t(key as 'kind.law', { ns: 'evidence' })}</>;
  return <bdi>{value.length > mostLetters ? `${value.slice(0, mostLetters)} …` : value}</bdi>;
}
