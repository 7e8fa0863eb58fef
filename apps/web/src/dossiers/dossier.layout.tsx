import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet, useMatchRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../people/session.ts';
import { FollowButton } from '../people/watching/follow-button.tsx';
import { ask } from '../platform/queries.ts';
import { useOpenPart } from '../platform/shell/open-part.ts';
import { Within } from '../platform/shell/page.tsx';
import { seen, useAsOf } from './as-of.ts';
import { AsOfControl, PastNotice } from './as-of-control.tsx';
import { Period } from './period.tsx';
import { DossierSearchField } from './search-field.tsx';
import './dossier.layout.css';

const route = getRouteApi('/inside/dossiers/$dossier');

const parts = [
  { name: 'dashboard', to: '/dossiers/$dossier' },
  { name: 'checklist', to: '/dossiers/$dossier/checklist' },
  { name: 'evidence', to: '/dossiers/$dossier/evidence' },
  { name: 'laws', to: '/dossiers/$dossier/laws' },
  { name: 'criminalisation', to: '/dossiers/$dossier/criminalisation' },
  { name: 'gaps', to: '/dossiers/$dossier/gaps' },
  { name: 'publications', to: '/dossiers/$dossier/publications' },
  { name: 'coalition', to: '/dossiers/$dossier/coalition' },
  { name: 'reports', to: '/dossiers/$dossier/reports' },
  { name: 'about', to: '/dossiers/$dossier/about' },
] as const;

/** What of it opens to the guests of a coalition; a government's own record has none. */
const ofGuests = new Set<string>(['dashboard', 'checklist', 'evidence', 'gaps', 'coalition']);

/** What a link says of itself where its part stands open at another address. */
const open = { 'data-status': 'active', 'aria-current': 'page' } as const;

/** Head of a dossier: whose, on which State, under which treaty; and its parts. */
export function DossierLayout() {
  const { t } = useTranslation(['dossiers', 'coalition']);
  const params = route.useParams();
  const { data: dossier } = useSuspenseQuery(ask(contract.dossiers.get, seen(params.dossier, useAsOf())));
  const { organisation: home } = useSession();
  const isGuest = dossier.organisation.id !== home.id;
  const shown = parts.filter(({ name }) => (isGuest ? ofGuests.has(name) : name !== 'coalition' || dossier.kind === 'independent'));
  const tabs = useOpenPart();
  const isAt = useMatchRoute();
  // Requests are a page of the library, though not below its address.
  const isLibrary = Boolean(isAt({ to: '/dossiers/$dossier/requests', params, includeSearch: false }));
  return (
    <>
      <div className="dossier-head">
        <p className="dossier-name">
          <Link to="/states/$iso3" params={{ iso3: dossier.iso3 }} className="dossier-state serif">
            {dossier.stateName}
          </Link>
          <span className="dossier-title">{dossier.title}</span>
          <span className="soft">
            {t(`dossiers:kind.${dossier.kind}`)}
            <Period from={dossier.periodFrom} to={dossier.periodTo} before=" · " />
          </span>
          <span className="dossier-acts">
            <AsOfControl openedAt={dossier.openedAt} />
            {isGuest ? null : <FollowButton what={{ kind: 'dossier', dossier: params.dossier }} of={dossier.title} />}
          </span>
        </p>
        <div className="dossier-row">
          <nav ref={tabs} aria-label={t('dossiers:tabs.label')} className="dossier-parts">
            {shown.map(({ name, to }) => (
              <Link
                key={name}
                to={to}
                params={params}
                activeOptions={{ exact: name === 'dashboard', includeSearch: false }}
                {...(isLibrary && name === 'evidence' ? open : {})}
              >
                {t(`dossiers:tabs.${name}`)}
              </Link>
            ))}
          </nav>
          {isGuest ? null : <DossierSearchField dossier={params.dossier} />}
        </div>
      </div>
      {isGuest ? <p className="dossier-guest small">{t('coalition:guest', { host: dossier.organisation.name, home: home.name })}</p> : null}
      <PastNotice />
      <Within value={dossier.stateName}>
        <Outlet />
      </Within>
    </>
  );
}
