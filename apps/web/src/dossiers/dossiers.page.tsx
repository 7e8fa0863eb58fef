import { useTranslation } from 'react-i18next';
import { Page } from '../platform/shell/page.tsx';

export function DossiersPage() {
  const { t } = useTranslation(['dossiers']);
  return <Page title={t('dossiers:list.title')}>{null}</Page>;
}
