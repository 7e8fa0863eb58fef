import { useTranslation } from 'react-i18next';
import { momentInWords } from '../platform/dates.ts';
import { Page } from '../platform/shell/page.tsx';
import { SecondFactors } from './factors/second-factors.tsx';
import { MayTable } from './may-table.tsx';
import { useSession } from './session.ts';
import { SettingsRow } from './settings-row.tsx';
import { SignOutButton } from './sign-out-button.tsx';
import './account-menu.css';

export function AccountPage() {
  const { t } = useTranslation(['people']);
  const { person, organisation, role, body, signedInAt, expiresAt, may } = useSession();
  const facts = [
    [t('people:account.email'), person.email],
    [t('people:account.organisation'), `${organisation.name} (${t(`people:kind.${organisation.kind}`)})`],
    [t('people:account.body'), body],
    [t('people:account.role'), t(`people:role.${role}`)],
  ] as const;
  return (
    <Page title={person.name} above={t('people:account.title')} width="form" acts={<SignOutButton />}>
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
      <p className="soft small">{t('people:account.signedIn', { at: momentInWords(signedInAt), until: momentInWords(expiresAt) })}</p>
      <SecondFactors />
      <h2>{t('people:account.may')}</h2>
      <MayTable may={may} />
      <h2>{t('people:account.settings')}</h2>
      <SettingsRow />
    </Page>
  );
}
