import { useTranslation } from 'react-i18next';
import { Page } from '../platform/shell/page.tsx';

export function AboutPage() {
  const { t } = useTranslation(['dossiers']);
  return <Page title={t('dossiers:about.title')}>{null}</Page>;
}
