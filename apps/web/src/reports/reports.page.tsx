import { useTranslation } from 'react-i18next';
import { Page } from '../platform/shell/page.tsx';

export function ReportsPage() {
  const { t } = useTranslation(['reports']);
  return <Page title={t('reports:title')}>{null}</Page>;
}
