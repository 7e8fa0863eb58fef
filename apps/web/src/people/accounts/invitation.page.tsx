import { Skeleton } from '@mantine/core';
import type { InvitationShown } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { momentInWords } from '../../platform/dates.ts';
import { Page } from '../../platform/shell/page.tsx';
import { useSessionIfAny } from '../session.ts';
import { AcceptBySignOn } from '../sign-on/accept-by-sign-on.tsx';
import { AcceptAsMember } from './accept-as-member.tsx';
import { AcceptNew } from './accept-new.tsx';
import { ComeBack } from './come-back.tsx';
import { useLinkToken } from './link-token.ts';
import { LinkUnusable } from './link-unusable.tsx';
import { useInvitation } from './shown-by-link.ts';
import './accounts.css';
import '../account-menu.css';

/** Where the link of an invitation leads: what it is, and the way in that fits the address. */
export function InvitationPage() {
  const { t } = useTranslation(['accounts']);
  const token = useLinkToken();
  return (
    <Page title={t('accounts:invitation.title')} width="form">
      {token ? <Invited key={token} token={token} /> : <p>{t('accounts:noToken')}</p>}
    </Page>
  );
}

function Invited({ token }: { token: string }) {
  const { t } = useTranslation(['accounts']);
  const { data: invitation, error } = useInvitation(token);
  if (error) return <LinkUnusable error={error}>{t('accounts:invitation.again')}</LinkUnusable>;
  if (!invitation) return <Skeleton height={240} />;
  return (
    <>
      <Facts invitation={invitation} />
      <WayIn invitation={invitation} token={token} />
    </>
  );
}

function Facts({ invitation }: { invitation: InvitationShown }) {
  const { t } = useTranslation(['accounts', 'people']);
  const { organisation, role, body, email, invitedBy, expiresAt } = invitation;
  const facts = [
    [t('people:account.organisation'), `${organisation.name} (${t(`people:kind.${organisation.kind}`)})`],
    [t('people:account.body'), body],
    [t('people:account.role'), t(`people:role.${role}`)],
    [t('accounts:invitation.by'), invitedBy],
    [t('people:account.email'), email],
    [t('accounts:invitation.until'), momentInWords(expiresAt)],
  ] as const;
  return (
    <dl className="account-facts invitation-facts">
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
    </dl>
  );
}

function WayIn({ invitation, token }: { invitation: InvitationShown; token: string }) {
  const session = useSessionIfAny();
  if (invitation.account === 'none')
    return (
      <>
        <AcceptNew invitation={invitation} token={token} />
        <AcceptBySignOn token={token} />
      </>
    );
  if (invitation.account === 'resting') return <ComeBack invitation={invitation} token={token} />;
  return <AcceptAsMember invitation={invitation} token={token} isThem={session?.person.email === invitation.email} isSignedIn={session !== null} />;
}
