import { useTranslation } from 'react-i18next';
import { Page } from '../platform/shell/page.tsx';

export function SetupPage() {
  const { t } = useTranslation(['people']);
  return <Page title={t('people:setup.title')}>{null}</Page>;
}
