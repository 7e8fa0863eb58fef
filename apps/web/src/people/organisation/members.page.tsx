import { Button } from '@mantine/core';
import { contract, type Member } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../../platform/form/allowed.tsx';
import { ask } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { InvitationsTable } from './invitations-table.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberDialog } from './member-dialog.tsx';
import { MembersTable } from './members-table.tsx';

/** Who works here, who was asked, and who has left. */
export function MembersPage() {
  const { t } = useTranslation(['organisation']);
  const { items, invitations, may } = useSuspenseQuery(ask(contract.people.members, {})).data;
  const [inviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<string | null>(null);
  const present = items.filter(({ status }) => status !== 'left');
  const former = items.filter(({ status }) => status === 'left');
  const chosen = items.find(({ person }) => person === changing);
  const change = (member: Member) => setChanging(member.person);
  return (
    <Page
      title={t('organisation:members.title')}
      lead={t('organisation:members.lead')}
      acts={
        <Allowed may={may.invite}>
          {(refused) => (
            <Button onClick={() => setInviting(true)} {...refused}>
              {t('organisation:invite.act')}
            </Button>
          )}
        </Allowed>
      }
    >
      <p role="status" className="soft">
        {t('organisation:members.count', { count: items.filter(({ status }) => status === 'active').length })}
      </p>
      <MembersTable members={present} seesAll={may.invite.allowed} onChange={change} />
      {may.invite.allowed ? <InvitationsTable invitations={invitations} /> : null}
      {former.length ? (
        <details className="former">
          <summary>{t('organisation:members.former', { count: former.length })}</summary>
          <MembersTable members={former} seesAll={may.invite.allowed} onChange={change} />
        </details>
      ) : null}
      {inviting ? <InviteDialog close={() => setInviting(false)} /> : null}
      {chosen ? <MemberDialog key={`${chosen.person} ${chosen.version}`} member={chosen} members={items} close={() => setChanging(null)} /> : null}
    </Page>
  );
}
