import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { seen, useAsOf } from '../../dossiers/as-of.ts';
import { dayInWords } from '../../platform/dates.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { ask } from '../../platform/queries.ts';
import '../../platform/marks/marks.css';
import { AskDrawer } from './ask-drawer.tsx';
import { requestsOf } from './requests.needs.ts';
import './requests.css';

/** Beside an element: what is asked for on it and not finished yet, and the asking. */
export function ElementRequests({ dossier, element }: { dossier: string; element: string }) {
  const { t } = useTranslation(['requests']);
  const asOf = useAsOf();
  const { items } = useSuspenseQuery(requestsOf(dossier, { element, asOf })).data;
  const { may } = useSuspenseQuery(ask(contract.dossiers.get, seen(dossier, asOf))).data;
  const [isAsking, asking] = useDisclosure(false);
  return (
    <section aria-labelledby="element-requests">
      <h2 id="element-requests">{t('requests:ofElement.title')}</h2>
      {items.length === 0 ? (
        <p className="soft">{t('requests:ofElement.none')}</p>
      ) : (
        <ul className="element-requests">
          {items.map(({ id, wanted, state, dueOn, isOverdue, person, body, isMine }) => (
            <li key={id}>
              <Link to="/dossiers/$dossier/requests" params={{ dossier }} search={{ element }} hash={`request-${id}`}>
                <bdi>{wanted}</bdi>
              </Link>
              <span className="small">
                <bdi>{person?.name ?? body?.name}</bdi> · {t(`requests:state.${state}`)} ·{' '}
                <span className={isOverdue ? 'overdue' : 'soft'}>{t(isOverdue ? 'requests:overdue' : 'requests:due', { day: dayInWords(dueOn) })}</span>
                {isMine ? <strong> · {t('requests:forYou')}</strong> : null}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="no-print element-requests-acts">
        <Allowed may={may.addEvidence}>
          {(refused) => (
            <Button size="xs" variant="default" onClick={asking.open} {...refused}>
              {t('requests:ofElement.ask')}
            </Button>
          )}
        </Allowed>
        <Link className="small" to="/dossiers/$dossier/requests" params={{ dossier }} search={{ element, show: 'all' }}>
          {t('requests:ofElement.all')}
        </Link>
      </div>
      <AskDrawer opened={isAsking} close={asking.close} dossier={dossier} element={element} />
    </section>
  );
}
