import { useTranslation } from 'react-i18next';
import { Page } from '../platform/shell/page.tsx';

export function HelpPage() {
  const { t } = useTranslation(['people']);
  return <Page title={t('people:help.title')}>{null}</Page>;
}
