import type { DossierSummary, Tally } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { distanceInWords, momentInWords } from '../platform/dates.ts';
import { Period } from './period.tsx';
import { TallyBars } from './tally-bars.tsx';

/** One dossier in the list: whose, on which State, how far, how fresh. */
export function DossierRow({ dossier }: { dossier: DossierSummary }) {
  const { t } = useTranslation(['dossiers', 'requests']);
  const { id, title, stateName, kind, coverage, periodFrom, periodTo, awaitingReview, requestsForMe, lastChangedAt } = dossier;
  return (
    <tr>
      <th scope="row">
        <Link to="/dossiers/$dossier" params={{ dossier: id }} className="dossiers-title serif">
          {title}
        </Link>
        <div className="small soft">
          {stateName} · {t(`dossiers:kind.${kind}`)}
          <Period from={periodFrom} to={periodTo} before=" · " />
        </div>
        {requestsForMe > 0 ? (
          <Link className="small" to="/dossiers/$dossier/requests" params={{ dossier: id }} search={{ show: 'mine' }}>
            {t('requests:forMe', { count: requestsForMe })}
          </Link>
        ) : null}
      </th>
      <td data-label={t('dossiers:list.law')} className="dossiers-tally">
        <TallyCell tally={coverage.law} />
      </td>
      <td data-label={t('dossiers:list.practice')} className="dossiers-tally">
        <TallyCell tally={coverage.practice} />
      </td>
      <td data-label={t('dossiers:list.awaiting')} className="figure">
        {awaitingReview}
      </td>
      <td data-label={t('dossiers:list.changed')}>
        {lastChangedAt ? (
          <time dateTime={lastChangedAt} title={momentInWords(lastChangedAt)}>
            {distanceInWords(lastChangedAt)}
          </time>
        ) : (
          t('dossiers:list.never')
        )}
      </td>
    </tr>
  );
}

function TallyCell({ tally }: { tally: Tally }) {
  const { t } = useTranslation(['dossiers']);
  return (
    <>
      <TallyBars tally={tally} />
      <div className="small tally-figures">{t('dossiers:list.tally', { ...tally })}</div>
    </>
  );
}
