import { Button } from '@mantine/core';
import { type CoalitionMember, contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentAsDay } from '../../platform/dates.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { ask } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { Part } from '../../platform/shell/part.tsx';
import { seen, useAsOf } from '../as-of.ts';
import { useIsGuest } from '../guest.ts';
import { coalitionOf } from './coalition.needs.ts';
import { EndDialog } from './end-dialog.tsx';
import { InviteForm } from './invite-form.tsx';
import { LeaveAct } from './leave-act.tsx';
import './coalition.css';

const route = getRouteApi('/inside/dossiers/$dossier/coalition');

/** Which organisations work in a dossier, what each gave, and the way in and out. */
export function CoalitionPage() {
  const { t } = useTranslation(['coalition']);
  const { dossier } = route.useParams();
  const { data } = useSuspenseQuery(coalitionOf(dossier));
  const { iso3 } = useSuspenseQuery(ask(contract.dossiers.get, seen(dossier, useAsOf()))).data;
  const isGuest = useIsGuest(dossier);
  const present = data.items.filter(({ standing }) => standing === 'joined' || standing === 'invited').map(({ organisation }) => organisation.id);
  const [ending, setEnding] = useState<CoalitionMember | null>(null);
  return (
    <Page title={t('coalition:title')} lead={t('coalition:lead')} acts={isGuest ? <LeaveAct dossier={dossier} /> : null}>
      <Part title={t('coalition:members')}>
        <p>
          {t('coalition:ledBy')} <b>{data.lead.name}</b>
        </p>
        {data.items.length === 0 ? <p className="soft">{t('coalition:none')}</p> : null}
        <ul className="coalition" aria-label={t('coalition:members')}>
          {data.items.map((member) => (
            <li key={member.organisation.id} className={member.standing === 'joined' || member.standing === 'invited' ? undefined : 'is-over'}>
              <div className="coalition-head">
                <bdi className="serif">{member.organisation.name}</bdi>
                <span className="soft">
                  {t(`coalition:standing.${member.standing}`, { day: momentAsDay(member.endedAt ?? member.answeredAt ?? member.invitedAt) })}
                </span>
              </div>
              <p className="small">
                {member.judgements + member.evidence > 0
                  ? `${t('coalition:judgements', { count: member.judgements })} · ${t('coalition:evidence', { count: member.evidence })}`
                  : t('coalition:nothingYet')}
                {member.people.length ? (
                  <span className="soft">
                    {' · '}
                    {t('coalition:by')} <bdi>{member.people.join(', ')}</bdi>
                  </span>
                ) : null}
              </p>
              {member.may.end.because === 'state' || isGuest ? null : (
                <Allowed may={member.may.end}>
                  {(refused) => (
                    <Button className="coalition-end" size="xs" variant="default" onClick={() => setEnding(member)} {...refused}>
                      {t(member.standing === 'joined' ? 'coalition:end.remove' : 'coalition:end.takeBack', { organisation: member.organisation.name })}
                    </Button>
                  )}
                </Allowed>
              )}
            </li>
          ))}
        </ul>
      </Part>
      {isGuest ? null : <InviteForm dossier={dossier} iso3={iso3} may={data.may.invite} but={[data.lead.id, ...present]} />}
      <Part title={t('coalition:rules.title')}>
        <ul className="small">
          {(['sees', 'gives', 'never', 'stays'] as const).map((rule) => (
            <li key={rule}>{t(`coalition:rules.${rule}`)}</li>
          ))}
        </ul>
      </Part>
      {ending ? <EndDialog dossier={dossier} member={ending} close={() => setEnding(null)} /> : null}
    </Page>
  );
}
