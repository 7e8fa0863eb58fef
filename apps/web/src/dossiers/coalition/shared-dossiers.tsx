import { Button, Group } from '@mantine/core';
import { contract, type SharedDossier } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { momentAsDay } from '../../platform/dates.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useAct } from '../../platform/queries.ts';
import { toastRefusal } from '../../platform/toasts.tsx';
import { sharedDossiers } from './coalition.needs.ts';
import './coalition.css';

/** Dossiers of other organisations: those into which mine was asked, and those in which it works. Nothing where there is none. */
export function SharedDossiers() {
  const { t } = useTranslation(['coalition']);
  const { items } = useSuspenseQuery(sharedDossiers()).data;
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="shared-dossiers">
      <h2 id="shared-dossiers">{t('coalition:shared.title')}</h2>
      <ul className="coalition">
        {items.map((one) => (
          <li key={one.dossier}>{one.standing === 'invited' ? <Invitation shared={one} /> : <Shared shared={one} />}</li>
        ))}
      </ul>
    </section>
  );
}

function Shared({ shared: { dossier, title, stateName, host } }: { shared: SharedDossier }) {
  const { t } = useTranslation(['coalition']);
  return (
    <>
      <Link to="/dossiers/$dossier" params={{ dossier }} className="dossiers-title serif">
        {title}
      </Link>
      <p className="small soft">
        {stateName} · {t('coalition:ledBy')} <bdi>{host.name}</bdi>
      </p>
    </>
  );
}

function Invitation({ shared: { dossier, title, stateName, host, invitedAt, may } }: { shared: SharedDossier }) {
  const { t } = useTranslation(['coalition']);
  const act = useAct(contract.dossiers.answerCoalition, {
    outdates: [contract.dossiers.coalitions],
    onError: toastRefusal,
    onSuccess: ({ standing }) => announce(t(standing === 'joined' ? 'coalition:shared.joined' : 'coalition:shared.declined', { title })),
  });
  const answer = (said: 'accept' | 'decline') => act.mutate({ params: { id: dossier }, body: { answer: said } });
  return (
    <>
      <p>
        {t('coalition:shared.invited', { host: host.name, day: momentAsDay(invitedAt) })} <b className="serif">{title}</b>{' '}
        <span className="soft">({stateName})</span>
      </p>
      <p className="small soft">{t('coalition:shared.terms')}</p>
      <Allowed may={may.answer}>
        {(refused) => (
          <Group gap="sm">
            <Button size="xs" loading={act.isPending} onClick={() => answer('accept')} {...refused}>
              {t('coalition:shared.accept')}
            </Button>
            <Button size="xs" variant="default" disabled={act.isPending} onClick={() => answer('decline')} {...refused}>
              {t('coalition:shared.decline')}
            </Button>
          </Group>
        )}
      </Allowed>
    </>
  );
}
