// The map of the product: every address, what it needs before it is shown, and the page that is loaded for it.
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router';
import { z } from 'zod';
import { loadObligation, ObligationSearch } from './assessments/obligation.needs.ts';
import { AsOfSearch } from './dossiers/as-of.ts';
import { ChecklistSearch, checklistNeeds } from './dossiers/checklist.needs.ts';
import { DashboardSearch, dashboardNeeds } from './dossiers/dashboard.needs.ts';
import { aboutNeeds, dossierNeeds, dossiersNeeds } from './dossiers/dossiers.needs.ts';
import { LibrarySearch, libraryNeeds } from './evidence/library.needs.ts';
import { PieceSearch, pieceNeeds } from './evidence/piece.needs.ts';
import { GapsSearch, gapsNeeds } from './gaps/gaps.needs.ts';
import { accountNeeds } from './people/accounts/accounts.needs.ts';
import { factorsNeeds } from './people/factors/factors.needs.ts';
import { JournalSearch, journalNeeds } from './people/journal/journal.needs.ts';
import { leavingNeeds } from './people/leaving/leaving.needs.ts';
import { outboxNeeds } from './people/outbox/outbox.needs.ts';
import { sessionQuery } from './people/session.ts';
import { identitiesNeeds, signInRuleNeeds } from './people/sign-on/sign-on.needs.ts';
import { ensureAll } from './platform/queries.ts';
import { Failed } from './platform/screens/failed.tsx';
import { NotFound } from './platform/screens/not-found.tsx';
import { Pending } from './platform/screens/pending.tsx';
import { reportsNeeds } from './reports/reports.needs.ts';
import { Root } from './root.tsx';
import { StatesSearch, stateNeeds, statesNeeds, textNeeds } from './treaties/treaties.needs.ts';

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Root,
  beforeLoad: async ({ context }) => ({ session: await context.client.ensureQueryData(sessionQuery) }),
});

const SignInSearch = z.object({
  next: z
    .string()
    .regex(/^\/(?!\/)/)
    .optional()
    .catch(undefined),
  /** Sign-in name of an organisation, in a link of its own. */
  with: z.string().max(40).optional().catch(undefined),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: SignInSearch,
  beforeLoad: ({ context, search }) => {
    if (context.session) throw redirect({ href: search.next ?? '/dossiers', replace: true });
  },
  component: lazyRouteComponent(() => import('./people/sign-in.page.tsx'), 'SignInPage'),
});
const setup = createRoute({ getParentRoute: () => root, path: '/setup', component: lazyRouteComponent(() => import('./people/setup.page.tsx'), 'SetupPage') });
const help = createRoute({ getParentRoute: () => root, path: '/help', component: lazyRouteComponent(() => import('./people/help.page.tsx'), 'HelpPage') });

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(() => import('./people/accounts/reset.page.tsx'), 'ResetPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./people/accounts/invitation.page.tsx'), 'InvitationPage'),
});
const address = createRoute({
  getParentRoute: () => root,
  path: '/address/$act',
  component: lazyRouteComponent(() => import('./people/accounts/address.page.tsx'), 'AddressPage'),
});
const signOnReturn = createRoute({
  getParentRoute: () => root,
  path: '/sign-on/$organisation',
  component: lazyRouteComponent(() => import('./people/sign-on/return.page.tsx'), 'ReturnPage'),
});
const outbox = createRoute({
  getParentRoute: () => root,
  path: '/outbox',
  loader: ({ context }) => ensureAll(context.client, outboxNeeds()),
  component: lazyRouteComponent(() => import('./people/outbox/outbox.page.tsx'), 'OutboxPage'),
});

const text = createRoute({
  getParentRoute: () => root,
  path: '/treaty',
  loader: ({ context }) => ensureAll(context.client, textNeeds()),
  component: lazyRouteComponent(() => import('./treaties/text.page.tsx'), 'TextPage'),
});
const states = createRoute({
  getParentRoute: () => root,
  path: '/states',
  validateSearch: StatesSearch,
  loader: ({ context }) => ensureAll(context.client, statesNeeds()),
  component: lazyRouteComponent(() => import('./treaties/states.page.tsx'), 'StatesPage'),
});
const state = createRoute({
  getParentRoute: () => root,
  path: '/states/$iso3',
  loader: ({ context, params }) => ensureAll(context.client, stateNeeds(params.iso3)),
  component: lazyRouteComponent(() => import('./treaties/state.page.tsx'), 'StatePage'),
});

/** Everything behind the sign-in. The address asked for is kept and returned to. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: ({ context, location }) => {
    if (!context.session) throw redirect({ to: '/sign-in', search: { next: location.href === '/' ? undefined : location.href }, replace: true });
    // Without what the organisation asks for, only the own account opens.
    const { secondFactor, isSingleSignOnMissing } = context.session;
    if ((secondFactor.isMissing || isSingleSignOnMissing) && !['/account', '/organisation/sign-in'].includes(location.pathname))
      throw redirect({ to: '/account', replace: true });
    return { session: context.session };
  },
});
const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/dossiers', replace: true });
  },
});
const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  loader: ({ context }) => ensureAll(context.client, [...factorsNeeds(), ...identitiesNeeds(), ...accountNeeds()]),
  component: lazyRouteComponent(() => import('./people/account.page.tsx'), 'AccountPage'),
});
const leaving = createRoute({
  getParentRoute: () => inside,
  path: '/organisation/data',
  loader: ({ context }) => ensureAll(context.client, leavingNeeds()),
  component: lazyRouteComponent(() => import('./people/leaving/leaving.page.tsx'), 'LeavingPage'),
});
const signInRule = createRoute({
  getParentRoute: () => inside,
  path: '/organisation/sign-in',
  loader: ({ context }) => ensureAll(context.client, signInRuleNeeds()),
  component: lazyRouteComponent(() => import('./people/sign-on/sign-in-rule.page.tsx'), 'SignInRulePage'),
});
const journal = createRoute({
  getParentRoute: () => inside,
  path: '/journal',
  validateSearch: JournalSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => ensureAll(context.client, journalNeeds(deps)),
  component: lazyRouteComponent(() => import('./people/journal/journal.page.tsx'), 'JournalPage'),
});
const dossiers = createRoute({
  getParentRoute: () => inside,
  path: '/dossiers',
  loader: ({ context }) => ensureAll(context.client, dossiersNeeds()),
  component: lazyRouteComponent(() => import('./dossiers/dossiers.page.tsx'), 'DossiersPage'),
});
const openDossier = createRoute({
  getParentRoute: () => inside,
  path: '/dossiers/open',
  validateSearch: z.object({ iso3: z.string().optional().catch(undefined) }),
  loader: ({ context }) => ensureAll(context.client, statesNeeds()),
  component: lazyRouteComponent(() => import('./dossiers/open-dossier.page.tsx'), 'OpenDossierPage'),
});

const dossier = createRoute({
  getParentRoute: () => inside,
  path: '/dossiers/$dossier',
  validateSearch: AsOfSearch,
  // Whoever reads the past goes on reading it, from page to page.
  search: { middlewares: [retainSearchParams(['asOf'])] },
  loaderDeps: ({ search }) => ({ asOf: search.asOf }),
  loader: ({ context, params, deps }) => ensureAll(context.client, dossierNeeds(params.dossier, deps)),
  component: lazyRouteComponent(() => import('./dossiers/dossier.layout.tsx'), 'DossierLayout'),
});
const dashboard = createRoute({
  getParentRoute: () => dossier,
  path: '/',
  validateSearch: DashboardSearch,
  loaderDeps: ({ search }) => ({ asOf: search.asOf }),
  loader: ({ context, params, deps }) => ensureAll(context.client, dashboardNeeds(params.dossier, deps)),
  component: lazyRouteComponent(() => import('./dossiers/dashboard.page.tsx'), 'DashboardPage'),
});
const checklist = createRoute({
  getParentRoute: () => dossier,
  path: '/checklist',
  validateSearch: ChecklistSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) => ensureAll(context.client, checklistNeeds(params.dossier, deps)),
  component: lazyRouteComponent(() => import('./dossiers/checklist.page.tsx'), 'ChecklistPage'),
});
const obligation = createRoute({
  getParentRoute: () => dossier,
  path: '/obligations/$code',
  validateSearch: ObligationSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) => loadObligation(context.client, params.dossier, params.code, deps),
  component: lazyRouteComponent(() => import('./assessments/obligation.page.tsx'), 'ObligationPage'),
});
const library = createRoute({
  getParentRoute: () => dossier,
  path: '/evidence',
  validateSearch: LibrarySearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) => ensureAll(context.client, libraryNeeds(params.dossier, deps)),
  component: lazyRouteComponent(() => import('./evidence/library.page.tsx'), 'LibraryPage'),
});
const piece = createRoute({
  getParentRoute: () => dossier,
  path: '/evidence/$evidence',
  validateSearch: PieceSearch,
  loaderDeps: ({ search }) => ({ asOf: search.asOf }),
  loader: ({ context, params, deps }) => ensureAll(context.client, pieceNeeds(params.dossier, params.evidence, deps)),
  component: lazyRouteComponent(() => import('./evidence/piece.page.tsx'), 'PiecePage'),
});
const gaps = createRoute({
  getParentRoute: () => dossier,
  path: '/gaps',
  validateSearch: GapsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) => ensureAll(context.client, gapsNeeds(params.dossier, deps)),
  component: lazyRouteComponent(() => import('./gaps/gaps.page.tsx'), 'GapsPage'),
});
const reports = createRoute({
  getParentRoute: () => dossier,
  path: '/reports',
  loaderDeps: ({ search }) => ({ asOf: search.asOf }),
  loader: ({ context, params, deps }) => ensureAll(context.client, reportsNeeds(params.dossier, deps)),
  component: lazyRouteComponent(() => import('./reports/reports.page.tsx'), 'ReportsPage'),
});
const about = createRoute({
  getParentRoute: () => dossier,
  path: '/about',
  loaderDeps: ({ search }) => ({ asOf: search.asOf }),
  loader: ({ context, params, deps }) => ensureAll(context.client, aboutNeeds(params.dossier, deps)),
  component: lazyRouteComponent(() => import('./dossiers/about.page.tsx'), 'AboutPage'),
});

const ofDossier = [dashboard, checklist, obligation, library, piece, gaps, reports, about] as const;
const ofInside = [home, account, signInRule, leaving, journal, dossiers, openDossier, dossier.addChildren(ofDossier)] as const;
const routeTree = root.addChildren([signIn, signOnReturn, reset, invitation, address, setup, help, outbox, text, states, state, inside.addChildren(ofInside)]);

/** The router over one store of what was fetched. */
export const newRouter = (client: QueryClient) =>
  createRouter({
    routeTree,
    context: { client },
    defaultPreload: 'intent',
    defaultPreloadDelay: 80,
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 300,
    defaultPendingMinMs: 200,
    defaultPendingComponent: Pending,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Failed,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
