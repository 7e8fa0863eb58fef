import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session.ts';

/** What can be followed, and where. */
export function NothingFollowed() {
  const { t } = useTranslation(['watching']);
  const { organisation } = useSession();
  return (
    <div className="watching-empty">
      <p>{t('watching:empty.lead')}</p>
      <ul>
        <li>
          <Link to="/states">{t('watching:empty.states')}</Link>
        </li>
        {organisation.kind === 'operator' ? null : (
          <li>
            <Link to="/dossiers">{t('watching:empty.dossiers')}</Link>
          </li>
        )}
        <li>
          <a href="/public">{t('watching:empty.public')}</a>
        </li>
      </ul>
    </div>
  );
}
