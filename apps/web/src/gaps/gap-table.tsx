import type { Dossier, Gap } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { GivenTo } from '../dossiers/given-to.tsx';
import { distanceInWords, momentAsDay } from '../platform/dates.ts';
import { english } from '../platform/settings.ts';
import { SortHead } from '../platform/table/sort-head.tsx';
import { GapMark } from './gap-mark.tsx';
import { GapRequests } from './gap-requests.tsx';
import type { GapSort } from './gaps.needs.ts';
import { NextStepLink } from './next-step.tsx';
import { Why } from './why.tsx';
import './gaps.css';

interface GapTableProps {
  dossier: Dossier;
  gaps: readonly Gap[];
  sort: GapSort;
  direction: 'asc' | 'desc';
  onSort: (sort: GapSort, direction: 'asc' | 'desc') => void;
}

/** The gap list, a gap a row: what, where, why, since when, and what next. */
export function GapTable({ dossier, gaps, ...sorting }: GapTableProps) {
  const { t } = useTranslation(['gaps']);
  return (
    <table className="record record-stacks gaps">
      <caption className="unseen">{t('gaps:caption')}</caption>
      <thead>
        <tr>
          <SortHead column="priority" {...sorting}>
            {t('gaps:column.kind')}
          </SortHead>
          <SortHead column="element" {...sorting}>
            {t('gaps:column.element')}
          </SortHead>
          <th scope="col">{t('gaps:column.lane')}</th>
          <th scope="col">{t('gaps:column.why')}</th>
          <SortHead column="section" {...sorting}>
            {t('gaps:column.section')}
          </SortHead>
          <SortHead column="since" {...sorting}>
            {t('gaps:column.since')}
          </SortHead>
          <th scope="col">{t('gaps:column.next')}</th>
        </tr>
      </thead>
      <tbody>
        {gaps.map((gap) => (
          <GapRow key={`${gap.element} ${gap.kind} ${gap.lane}`} dossier={dossier} gap={gap} />
        ))}
      </tbody>
    </table>
  );
}

function GapRow({ dossier, gap }: { dossier: Dossier; gap: Gap }) {
  const { t } = useTranslation(['gaps', 'assessments']);
  const { kind, lane, element, obligation, citation, title, section, since } = gap;
  return (
    <tr>
      <td className="wide">
        <span className="gap-kind">
          <GapMark kind={kind} />
          {t(`gaps:kind.${kind}`)}
        </span>
      </td>
      <th scope="row" className="gap-element">
        <Link
          to="/dossiers/$dossier/obligations/$code"
          params={{ dossier: dossier.id, code: obligation }}
          search={{ element, assess: dossier.may.recordAssessment.allowed || undefined }}
          data-stop
          {...english}
        >
          <span className="gap-citation">{citation}</span> {title}
        </Link>
        <GivenTo elements={[gap]} />
      </th>
      <td className="gap-lane">{lane ? t(`assessments:lane.${lane}`) : <span className="soft">{t('gaps:wholeJudgement')}</span>}</td>
      <td className="gap-why">
        <Why gap={gap} />
      </td>
      <td data-label={t('gaps:column.section')}>{section}</td>
      <td className="gap-since" data-label={t('gaps:column.since')}>
        {since ? (
          <time dateTime={since}>
            <span className="no-print">{distanceInWords(since)}</span> <small>{momentAsDay(since)}</small>
          </time>
        ) : null}
      </td>
      <td className="gap-next">
        <NextStepLink dossier={dossier} gap={gap} />
        <GapRequests dossier={dossier} gap={gap} />
      </td>
    </tr>
  );
}
