import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { IdentityPlace } from './evidence/identity/identity-place.tsx';
import { PurposePlace } from './evidence/opening/purpose-place.tsx';
import { AccountMenu } from './people/account-menu.tsx';
import { SessionNotice } from './people/accounts/session-notice.tsx';
import { ConfirmPlace } from './people/factors/confirm-place.tsx';
import { FactorNotice } from './people/factors/factor-notice.tsx';
import { WorkingFor } from './people/organisation/organisation-switch.tsx';
import { useSessionIfAny } from './people/session.ts';
import { NewsLink } from './people/watching/news-link.tsx';
import { Shell } from './platform/shell/shell.tsx';

/** The frame with its places and the account, around whatever page is open. */
export function Root() {
  return (
    <Shell places={<Places />} account={<Account />}>
      <WorkingFor />
      <SessionNotice />
      <FactorNotice />
      <Outlet />
      <ConfirmPlace />
      <PurposePlace />
      <IdentityPlace />
    </Shell>
  );
}

/** What is one's own: the news, and the account. */
function Account() {
  const session = useSessionIfAny();
  return (
    <>
      {session ? <NewsLink /> : null}
      <AccountMenu />
    </>
  );
}

function Places() {
  const { t } = useTranslation();
  const session = useSessionIfAny();
  return (
    <>
      {session ? (
        session.organisation.kind === 'operator' ? (
          <Link to="/operator">{t('places.operator')}</Link>
        ) : (
          <Link to="/dossiers">{t('places.dossiers')}</Link>
        )
      ) : null}
      <Link to="/treaty">{t('places.treaty')}</Link>
      <Link to="/states">{t('places.states')}</Link>
    </>
  );
}
