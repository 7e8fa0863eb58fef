import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { momentAsDay } from '../../platform/dates.ts';
import { useSessionIfAny } from '../session.ts';
import './factors.css';

/** Over every page: from when the organisation asks for a second factor, for whoever has none yet. */
export function FactorNotice() {
  const { t } = useTranslation(['people']);
  const { pathname } = useLocation();
  const session = useSessionIfAny();
  if (!session) return null;
  const organisation = session.organisation.name;
  if (session.isSingleSignOnMissing)
    return (
      <div className="factor-notice no-print" role="note">
        <p>{t('people:secondFactor.signOnMissing', { organisation })}</p>
      </div>
    );
  const { has, requiredFrom, isMissing } = session.secondFactor;
  if (requiredFrom === null || (has && !isMissing)) return null;
  return (
    <div className="factor-notice no-print" role="note">
      <p>
        {isMissing ? t('people:secondFactor.missing', { organisation }) : t('people:secondFactor.soon', { organisation, day: momentAsDay(requiredFrom) })}{' '}
        {pathname === '/account' ? null : (
          <Link to="/account" hash="second-factor">
            {t('people:secondFactor.setUp')}
          </Link>
        )}
      </p>
    </div>
  );
}
