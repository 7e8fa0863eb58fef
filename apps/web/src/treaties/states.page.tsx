import { useTranslation } from 'react-i18next';
import { Page } from '../platform/shell/page.tsx';

export function StatesPage() {
  const { t } = useTranslation(['treaties']);
  return <Page title={t('treaties:states.title')}>{null}</Page>;
}
