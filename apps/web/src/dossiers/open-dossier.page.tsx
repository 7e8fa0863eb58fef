import { useTranslation } from 'react-i18next';
import { Page } from '../platform/shell/page.tsx';

export function OpenDossierPage() {
  const { t } = useTranslation(['dossiers']);
  return <Page title={t('dossiers:open.title')}>{null}</Page>;
}
