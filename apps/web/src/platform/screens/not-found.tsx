import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../shell/page.tsx';

/** An address that leads nowhere, or to what is not the reader's to see. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('errors.title.notFound')} width="text">
      <p>{t('errors.notFound')}</p>
      <p>
        <Link to="/">{t('errors.home')}</Link>
      </p>
    </Page>
  );
}
