import type { Evidence } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayInWords, momentAsDay } from '../platform/dates.ts';
import { SortHead } from '../platform/table/sort-head.tsx';
import { ConfidentialityMark } from './confidentiality-mark.tsx';
import { ElementLink } from './element-link.tsx';
import type { LibrarySort } from './library.needs.ts';
import { spanInWords } from './validity.ts';
import { ValidityMark } from './validity-mark.tsx';
import './library.css';

interface LibraryTableProps {
  dossier: string;
  pieces: readonly Evidence[];
  sort: LibrarySort;
  direction: 'asc' | 'desc' | undefined;
  onSort: (sort: LibrarySort, direction: 'asc' | 'desc') => void;
}

/** The library, a piece a row. The head of a column that can sort the list is a button. */
export function LibraryTable({ dossier, pieces, sort, direction, onSort }: LibraryTableProps) {
  const { t } = useTranslation(['evidence']);
  const sorting = { sort, direction: direction ?? (sort === 'addedAt' || sort === 'datedOn' ? 'desc' : 'asc'), onSort } as const;
  return (
    <table className="record record-stacks library">
      <caption className="unseen">{t('evidence:title')}</caption>
      <thead>
        <tr>
          <SortHead column="title" {...sorting}>
            {t('evidence:column.title')}
          </SortHead>
          <SortHead column="kind" {...sorting}>
            {t('evidence:column.kind')}
          </SortHead>
          <th scope="col">{t('evidence:column.originator')}</th>
          <SortHead column="datedOn" first="desc" {...sorting}>
            {t('evidence:column.date')}
          </SortHead>
          <th scope="col">{t('evidence:column.confidentiality')}</th>
          <th scope="col" className="figure">
            {t('evidence:column.files')}
          </th>
          <th scope="col">{t('evidence:column.citedBy')}</th>
          <th scope="col">{t('evidence:column.state')}</th>
          <SortHead column="addedAt" first="desc" className="no-print" {...sorting}>
            {t('evidence:column.added')}
          </SortHead>
        </tr>
      </thead>
      <tbody>
        {pieces.map((piece) => (
          <PieceRow key={piece.id} dossier={dossier} piece={piece} />
        ))}
      </tbody>
    </table>
  );
}

function PieceRow({ dossier, piece }: { dossier: string; piece: Evidence }) {
  const { t } = useTranslation(['evidence']);
  const force = spanInWords('force', piece.inForceFrom, piece.inForceTo, t);
  const period = spanInWords('period', piece.periodFrom, piece.periodTo, t);
  return (
    <tr data-withdrawn={piece.withdrawn ? '' : undefined}>
      <th scope="row" className="library-title">
        <Link to="/dossiers/$dossier/evidence/$evidence" params={{ dossier, evidence: piece.id }} data-stop lang={piece.language}>
          <bdi>{piece.title}</bdi>
        </Link>
        {piece.citation ? (
          <small>
            <bdi>{piece.citation}</bdi>
          </small>
        ) : null}
      </th>
      <td>{t(`evidence:kind.${piece.kind}`)}</td>
      <td>
        <bdi>{piece.originator}</bdi>
      </td>
      <td className="library-date">
        {piece.datedOn ? dayInWords(piece.datedOn) : force || period ? null : <span className="soft">{t('evidence:undated')}</span>}
        {force ? <small>{force}</small> : null}
        {period ? <small>{period}</small> : null}
      </td>
      <td>
        <ConfidentialityMark of={piece.confidentiality} />
      </td>
      <td className="figure" data-label={t('evidence:column.files')}>
        {piece.files.length}
      </td>
      <td data-label={t('evidence:column.citedBy')}>
        <CitedBy dossier={dossier} piece={piece} />
      </td>
      <td className="library-state">
        <ValidityMark piece={piece} />
      </td>
      <td className="library-added no-print" data-label={t('evidence:column.added')}>
        {momentAsDay(piece.addedAt)}
      </td>
    </tr>
  );
}

/** Codes that stand in the row; the piece itself names them all. */
const mostCodes = 6;

function CitedBy({ dossier, piece: { id, elements } }: { dossier: string; piece: Evidence }) {
  const { t } = useTranslation(['evidence']);
  if (elements.length === 0) return <span className="soft">{t('evidence:notCited')}</span>;
  const rest = elements.length - mostCodes;
  return (
    <span className="library-codes">
      {elements.slice(0, rest > 1 ? mostCodes : undefined).map((code) => (
        <ElementLink key={code} dossier={dossier} code={code} />
      ))}
      {rest > 1 ? (
        <Link to="/dossiers/$dossier/evidence/$evidence" params={{ dossier, evidence: id }} hash="cited">
          {t('evidence:moreElements', { count: rest })}
        </Link>
      ) : null}
    </span>
  );
}
