import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { ProviderForm } from './provider-form.tsx';
import { RuleForm } from './rule-form.tsx';
import '../accounts/accounts.css';

/** How the members of the organisation come in: what it asks for, and its own sign-in. */
export function SignInRulePage() {
  const { t } = useTranslation(['factors']);
  const { data: rule } = useSuspenseQuery(ask(contract.people.signInRule, {}));
  return (
    <Page title={t('factors:rule.title')} lead={t('factors:rule.lead')} width="form">
      <section className="account-part" aria-labelledby="asked">
        <h2 id="asked">{t('factors:rule.asked')}</h2>
        <RuleForm key={`${rule.secondFactorFrom} ${rule.isSingleSignOnOnly}`} rule={rule} />
      </section>
      <section className="account-part" aria-labelledby="provider">
        <h2 id="provider">{t('factors:signOn.title')}</h2>
        <p className="soft">{t('factors:provider.lead')}</p>
        <ProviderForm key={rule.provider?.issuer ?? ''} rule={rule} />
      </section>
    </Page>
  );
}
