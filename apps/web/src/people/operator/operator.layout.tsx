import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOpenPart } from '../../platform/shell/open-part.ts';
import { Within } from '../../platform/shell/page.tsx';
import '../organisation/organisation.css';

/** Head of the instance and its two parts, for whoever runs it. */
export function OperatorLayout() {
  const { t } = useTranslation(['operator']);
  const parts = useOpenPart();
  return (
    <>
      <div className="parts-head">
        <p className="parts-name">
          <span className="serif">{t('operator:title')}</span>
        </p>
        <nav ref={parts} aria-label={t('operator:tabs.label')} className="parts no-print">
          <Link to="/operator" activeOptions={{ exact: true }}>
            {t('operator:tabs.organisations')}
          </Link>
          <Link to="/operator/instance">{t('operator:tabs.state')}</Link>
        </nav>
      </div>
      <Within value={t('operator:title')}>
        <Outlet />
      </Within>
    </>
  );
}
