import { useTranslation } from 'react-i18next';
import { Page } from '../platform/shell/page.tsx';

export function GapsPage() {
  const { t } = useTranslation(['gaps']);
  return <Page title={t('gaps:title')}>{null}</Page>;
}
