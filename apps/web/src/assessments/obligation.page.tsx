import { useTranslation } from 'react-i18next';
import { Page } from '../platform/shell/page.tsx';

export function ObligationPage() {
  const { t } = useTranslation(['obligations']);
  return <Page title={t('obligations:title')}>{null}</Page>;
}
