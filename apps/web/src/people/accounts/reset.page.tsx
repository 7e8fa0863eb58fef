import { useTranslation } from 'react-i18next';
import { Page } from '../../platform/shell/page.tsx';
import { AskReset } from './ask-reset.tsx';
import { FinishReset } from './finish-reset.tsx';
import { useLinkToken } from './link-token.ts';
import './accounts.css';

/** A forgotten password: ask for a letter, or, by its link, set a new one. */
export function ResetPage() {
  const { t } = useTranslation(['accounts']);
  const token = useLinkToken();
  return token ? (
    <Page title={t('accounts:reset.newTitle')} width="form">
      <FinishReset key={token} token={token} />
    </Page>
  ) : (
    <Page title={t('accounts:reset.title')} lead={t('accounts:reset.lead')} width="form">
      <AskReset />
    </Page>
  );
}
