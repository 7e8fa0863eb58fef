import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../../platform/dates.ts';
import { ask } from '../../platform/queries.ts';
import { useAsOf } from '../as-of.ts';

/** The first of the requests that wait for the reader, and how many there are in all. */
export const requestsWaiting = (id: string, asOf: string | undefined) =>
  ask(contract.evidence.requests, { params: { id }, query: { show: 'mine', limit: 3, offset: 0, asOf } });

/** Evidence asked of the reader, and answers that wait for the reader's look; nothing where nobody asks for anything. */
export function RequestsWaiting({ dossier }: { dossier: string }) {
  const { t } = useTranslation(['requests']);
  const { items, mine, unfinished, overdue } = useSuspenseQuery(requestsWaiting(dossier, useAsOf())).data;
  if (unfinished === 0) return null;
  return (
    <section className="next-step">
      {mine > 0 ? (
        <>
          <h3>
            {t('requests:waiting.title')} <span className="soft">{mine}</span>
          </h3>
          <ul>
            {items.map(({ id, element, wanted, state, dueOn, isOverdue }) => {
              const act = t(`requests:waiting.${state === 'accepted' || state === 'closed' ? 'open' : state}`);
              return (
                <li key={id}>
                  <Link
                    to="/dossiers/$dossier/requests"
                    params={{ dossier }}
                    search={{ show: 'mine' }}
                    hash={`request-${id}`}
                    aria-label={t('requests:waiting.of', { act, element })}
                  >
                    {act}
                  </Link>{' '}
                  <bdi className="soft">{element}</bdi> <bdi>{wanted}</bdi>{' '}
                  <span className={isOverdue ? 'overdue' : 'soft'}>{t(isOverdue ? 'requests:overdue' : 'requests:due', { day: dayInWords(dueOn) })}</span>
                </li>
              );
            })}
          </ul>
          {mine > items.length ? (
            <Link className="small soft" to="/dossiers/$dossier/requests" params={{ dossier }} search={{ show: 'mine' }}>
              {t('requests:waiting.more', { count: mine - items.length })}
            </Link>
          ) : null}
        </>
      ) : null}
      <p className="small">
        <Link to="/dossiers/$dossier/requests" params={{ dossier }}>
          {t('requests:waiting.dossier', { count: unfinished })}
        </Link>
        {overdue > 0 ? <span className="overdue"> · {t('requests:overdueCount', { count: overdue })}</span> : null}
      </p>
    </section>
  );
}
