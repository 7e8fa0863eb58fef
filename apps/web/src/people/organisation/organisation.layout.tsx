import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOpenPart } from '../../platform/shell/open-part.ts';
import { Within } from '../../platform/shell/page.tsx';
import { useSession } from '../session.ts';
import './organisation.css';

const parts = [
  { name: 'members', to: '/organisation/members' },
  { name: 'bodies', to: '/organisation/bodies' },
  { name: 'keys', to: '/organisation/keys' },
  { name: 'signIn', to: '/organisation/sign-in' },
  { name: 'style', to: '/organisation/style' },
  { name: 'templates', to: '/organisation/templates' },
  { name: 'settings', to: '/organisation/settings' },
  { name: 'data', to: '/organisation/data' },
] as const;

/** Head of the organisation one works for, and its parts. Keys and data are for the leads of those who keep dossiers, style and templates for all of these. */
export function OrganisationLayout() {
  const { t } = useTranslation(['organisation', 'people']);
  const { organisation, role } = useSession();
  const ofLeads = role === 'lead' ? [] : ['keys', 'signIn', 'data'];
  const leftOut: readonly string[] = organisation.kind === 'operator' ? [...ofLeads, 'keys', 'style', 'templates', 'data'] : ofLeads;
  const line = useOpenPart();
  return (
    <>
      <div className="parts-head">
        <p className="parts-name">
          <span className="serif">{organisation.name}</span> <span className="soft">{t(`people:kind.${organisation.kind}`)}</span>
        </p>
        <nav ref={line} aria-label={t('organisation:tabs.label')} className="parts no-print">
          {parts
            .filter(({ name }) => !leftOut.includes(name))
            .map(({ name, to }) => (
              <Link key={name} to={to}>
                {t(`organisation:tabs.${name}`)}
              </Link>
            ))}
        </nav>
      </div>
      <Within value={organisation.name}>
        <Outlet />
      </Within>
    </>
  );
}
