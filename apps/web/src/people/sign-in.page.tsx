import { useTranslation } from 'react-i18next';
import { Page } from '../platform/shell/page.tsx';

export function SignInPage() {
  const { t } = useTranslation(['people']);
  return <Page title={t('people:signIn.title')}>{null}</Page>;
}
