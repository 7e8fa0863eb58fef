import { useTranslation } from 'react-i18next';
import { Page } from '../platform/shell/page.tsx';

export function TextPage() {
  const { t } = useTranslation(['treaties']);
  return <Page title={t('treaties:text.title')}>{null}</Page>;
}
