import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../platform/shell/page.tsx';
import { Part } from '../platform/shell/part.tsx';
import { AddressPart } from './accounts/address-part.tsx';
import { PasswordPart } from './accounts/password-part.tsx';
import { ProfilePart } from './accounts/profile-part.tsx';
import { SessionsPart } from './accounts/sessions-part.tsx';
import { SecondFactors } from './factors/second-factors.tsx';
import { MayTable } from './may-table.tsx';
import { useSession } from './session.ts';
import { SettingsRow } from './settings-row.tsx';
import { IdentitiesPart } from './sign-on/identities-part.tsx';
import { SignOutButton } from './sign-out-button.tsx';
import './account-menu.css';
import './accounts/accounts.css';

export function AccountPage() {
  const { t } = useTranslation(['people']);
  const { person, organisation, role, body, may } = useSession();
  const facts = [
    [t('people:account.email'), person.email],
    [t('people:account.organisation'), `${organisation.name} (${t(`people:kind.${organisation.kind}`)})`],
    [t('people:account.body'), body],
    [t('people:account.role'), t(`people:role.${role}`)],
  ] as const;
  return (
    <Page title={t('people:account.title')} heading={<bdi>{person.name}</bdi>} above={t('people:account.title')} acts={<SignOutButton />}>
      <dl className="account-facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} className="contents">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <ProfilePart />
      <AddressPart />
      <PasswordPart />
      <SecondFactors />
      <IdentitiesPart />
      <SessionsPart />
      <Part title={t('people:account.may')}>
        <MayTable may={may} />
        {may.manageOrganisation.allowed ? (
          <p>
            <Link to="/organisation/sign-in">{t('people:secondFactor.rule', { organisation: organisation.name })}</Link>
          </p>
        ) : null}
      </Part>
      <Part title={t('people:account.settings')}>
        <SettingsRow />
      </Part>
    </Page>
  );
}
