import { useTranslation } from 'react-i18next';
import { Page } from '../platform/shell/page.tsx';

export function LibraryPage() {
  const { t } = useTranslation(['evidence']);
  return <Page title={t('evidence:title')}>{null}</Page>;
}
