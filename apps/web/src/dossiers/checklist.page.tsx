import { useTranslation } from 'react-i18next';
import { Page } from '../platform/shell/page.tsx';

export function ChecklistPage() {
  const { t } = useTranslation(['dossiers']);
  return <Page title={t('dossiers:tabs.checklist')}>{null}</Page>;
}
