import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { Part } from '../../platform/shell/part.tsx';
import { ProviderForm } from './provider-form.tsx';
import { RuleForm } from './rule-form.tsx';

/** How the members of the organisation come in: what it asks for, and its own sign-in. */
export function SignInRulePage() {
  const { t } = useTranslation(['factors']);
  const { data: rule } = useSuspenseQuery(ask(contract.people.signInRule, {}));
  return (
    <Page title={t('factors:rule.title')} lead={t('factors:rule.lead')}>
      <Part title={t('factors:rule.asked')}>
        <RuleForm key={`${rule.secondFactorFrom} ${rule.isSingleSignOnOnly}`} rule={rule} />
      </Part>
      <Part title={t('factors:signOn.title')} lead={t('factors:provider.lead')}>
        <ProviderForm key={rule.provider?.issuer ?? ''} rule={rule} />
      </Part>
    </Page>
  );
}
