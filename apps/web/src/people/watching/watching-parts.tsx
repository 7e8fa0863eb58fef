import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import './watching.css';

/** The two parts of watching: what came, and what is followed. */
export function WatchingParts() {
  const { t } = useTranslation(['watching']);
  return (
    <nav className="watching-parts no-print" aria-label={t('watching:title')}>
      <Link to="/news" activeOptions={{ exact: true, includeSearch: false }}>
        {t('watching:title')}
      </Link>
      <Link to="/news/following">{t('watching:following.title')}</Link>
    </nav>
  );
}
