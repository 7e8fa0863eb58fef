// The map of the product: every address, what it needs before it is shown, and the page that is loaded for it.
import { contract } from '@servanda/contract';
import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { criminalisationNeeds } from './assessments/criminalisation/criminalisation.needs.ts';
import { loadObligation, ObligationSearch } from './assessments/obligation.needs.ts';
import { seen } from './dossiers/as-of.ts';
import { ChecklistSearch, checklistNeeds } from './dossiers/checklist.needs.ts';
import { DashboardSearch, dashboardNeeds } from './dossiers/dashboard.needs.ts';
import { aboutNeeds, dossiersNeeds, openNeeds } from './dossiers/dossiers.needs.ts';
import { BringInSearch, bringInNeeds } from './evidence/bulk/bring-in.needs.ts';
import { LawsSearch, lawsNeeds } from './evidence/laws/laws.needs.ts';
import { LibrarySearch, libraryNeeds } from './evidence/library.needs.ts';
import { PieceSearch, pieceNeeds } from './evidence/piece.needs.ts';
import { RequestsSearch, requestsNeeds } from './evidence/requests/requests.needs.ts';
import { SearchSearch, searchNeeds } from './evidence/search/search.needs.ts';
import { loadText, TextSearch } from './evidence/text/text.needs.ts';
import { GapsSearch, gapsNeeds } from './gaps/gaps.needs.ts';
import { isOwnAddress } from './platform/own-address.ts';
import { ask, ensureAll } from './platform/queries.ts';
import { Failed } from './platform/screens/failed.tsx';
import { NotFound } from './platform/screens/not-found.tsx';
import { Pending } from './platform/screens/pending.tsx';
import { ComposerSearch, composedNeeds, composerNeeds } from './reports/composer/composer.needs.ts';
import { reportsNeeds } from './reports/reports.needs.ts';
import { workbookNeeds } from './reports/workbook/workbook.needs.ts';
import { coalition } from './routes.coalition.tsx';
import { dossier } from './routes.dossier.tsx';
import { inside, root } from './routes.inside.tsx';
import { letterRoutes } from './routes.letters.tsx';
import { peopleRoutes } from './routes.people.tsx';
import { publicationRoutes, sayRoute } from './routes.publications.tsx';
import { StatesSearch, stateNeeds, statesNeeds, textNeeds } from './treaties/treaties.needs.ts';

const SignInSearch = z.object({
  next: z.string().refine(isOwnAddress).optional().catch(undefined),
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

const signOnReturn = createRoute({
  getParentRoute: () => root,
  path: '/sign-on/$organisation',
  component: lazyRouteComponent(() => import('./people/sign-on/return.page.tsx'), 'ReturnPage'),
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

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: context.session.organisation.kind === 'operator' ? '/operator' : '/dossiers', replace: true });
  },
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
  loader: ({ context }) => ensureAll(context.client, openNeeds()),
  component: lazyRouteComponent(() => import('./dossiers/open-dossier.page.tsx'), 'OpenDossierPage'),
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
const requests = createRoute({
  getParentRoute: () => dossier,
  path: '/requests',
  validateSearch: RequestsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) => ensureAll(context.client, requestsNeeds(params.dossier, deps)),
  component: lazyRouteComponent(() => import('./evidence/requests/requests.page.tsx'), 'RequestsPage'),
});
const bringIn = createRoute({
  getParentRoute: () => dossier,
  path: '/evidence/bring-in',
  validateSearch: BringInSearch,
  loaderDeps: ({ search }) => ({ asOf: search.asOf }),
  loader: ({ context, params, deps }) => ensureAll(context.client, bringInNeeds(params.dossier, deps)),
  component: lazyRouteComponent(() => import('./evidence/bulk/bring-in.page.tsx'), 'BringInPage'),
});
const piece = createRoute({
  getParentRoute: () => dossier,
  path: '/evidence/$evidence',
  validateSearch: PieceSearch,
  loaderDeps: ({ search }) => ({ asOf: search.asOf }),
  loader: async ({ context: { client, session }, params: { dossier: id, evidence }, deps }) => {
    const { organisation } = await client.ensureQueryData(ask(contract.dossiers.get, seen(id, deps.asOf)));
    await ensureAll(client, pieceNeeds(id, evidence, deps, organisation.id !== session.organisation.id));
  },
  component: lazyRouteComponent(() => import('./evidence/piece.page.tsx'), 'PiecePage'),
});
const pieceText = createRoute({
  getParentRoute: () => dossier,
  path: '/evidence/$evidence/text',
  validateSearch: TextSearch,
  loaderDeps: ({ search: { file, page, asOf } }) => ({ file, page, asOf }),
  loader: ({ context, params, deps }) => loadText(context.client, params.dossier, params.evidence, deps),
  component: lazyRouteComponent(() => import('./evidence/text/text.page.tsx'), 'TextPage'),
});
const laws = createRoute({
  getParentRoute: () => dossier,
  path: '/laws',
  validateSearch: LawsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) => ensureAll(context.client, lawsNeeds(params.dossier, deps)),
  component: lazyRouteComponent(() => import('./evidence/laws/laws.page.tsx'), 'LawsPage'),
});
const criminalisation = createRoute({
  getParentRoute: () => dossier,
  path: '/criminalisation',
  loaderDeps: ({ search }) => ({ asOf: search.asOf }),
  loader: ({ context, params, deps }) => ensureAll(context.client, criminalisationNeeds(params.dossier, deps)),
  component: lazyRouteComponent(() => import('./assessments/criminalisation/criminalisation.page.tsx'), 'CriminalisationPage'),
});
const search = createRoute({
  getParentRoute: () => dossier,
  path: '/search',
  validateSearch: SearchSearch,
  loader: ({ context }) => ensureAll(context.client, searchNeeds()),
  component: lazyRouteComponent(() => import('./evidence/search/search.page.tsx'), 'SearchPage'),
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
const workbook = createRoute({
  getParentRoute: () => dossier,
  path: '/reports/workbook',
  loaderDeps: ({ search }) => ({ asOf: search.asOf }),
  loader: ({ context, params, deps }) => ensureAll(context.client, workbookNeeds(params.dossier, deps)),
  component: lazyRouteComponent(() => import('./reports/workbook/workbook.page.tsx'), 'WorkbookPage'),
});
const composed = createRoute({
  getParentRoute: () => dossier,
  path: '/reports/composed',
  loaderDeps: ({ search }) => ({ asOf: search.asOf }),
  loader: ({ context, params, deps }) => ensureAll(context.client, composedNeeds(params.dossier, deps)),
  component: lazyRouteComponent(() => import('./reports/composer/composed.page.tsx'), 'ComposedPage'),
});
const composer = createRoute({
  getParentRoute: () => dossier,
  path: '/reports/composed/$report',
  validateSearch: ComposerSearch,
  loader: ({ context, params }) => ensureAll(context.client, composerNeeds(params.dossier, params.report)),
  component: lazyRouteComponent(() => import('./reports/composer/composer.page.tsx'), 'ComposerPage'),
});
const about = createRoute({
  getParentRoute: () => dossier,
  path: '/about',
  loaderDeps: ({ search }) => ({ asOf: search.asOf }),
  loader: ({ context, params, deps }) => ensureAll(context.client, aboutNeeds(params.dossier, deps)),
  component: lazyRouteComponent(() => import('./dossiers/about.page.tsx'), 'AboutPage'),
});

const ofDossier = [
  dashboard,
  checklist,
  obligation,
  search,
  library,
  bringIn,
  requests,
  piece,
  pieceText,
  laws,
  criminalisation,
  gaps,
  ...publicationRoutes,
  coalition,
  reports,
  workbook,
  composed,
  composer,
  about,
] as const;
const ofInside = [home, ...peopleRoutes, dossiers, openDossier, sayRoute, dossier.addChildren(ofDossier)] as const;
const routeTree = root.addChildren([signIn, signOnReturn, ...letterRoutes, setup, help, text, states, state, inside.addChildren(ofInside)]);

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
