import { useTranslation } from 'react-i18next';
import { Page } from '../platform/shell/page.tsx';

export function AccountPage() {
  const { t } = useTranslation(['people']);
  return <Page title={t('people:account.title')}>{null}</Page>;
}
