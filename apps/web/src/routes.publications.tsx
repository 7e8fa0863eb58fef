// The pages of what a dossier publishes.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ensureAll } from './platform/queries.ts';
import { ContestedSearch, contestedNeeds, SaySearch, sayNeeds } from './publications/contested/contested.needs.ts';
import { PrepareSearch, PublicationsSearch, prepareNeeds, proposalNeeds, publicationsNeeds } from './publications/publications.needs.ts';
import { dossier } from './routes.dossier.tsx';
import { inside } from './routes.inside.tsx';

const publications = createRoute({
  getParentRoute: () => dossier,
  path: '/publications',
  validateSearch: PublicationsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) => ensureAll(context.client, publicationsNeeds(params.dossier, deps)),
  component: lazyRouteComponent(() => import('./publications/publications.page.tsx'), 'PublicationsPage'),
});
const prepare = createRoute({
  getParentRoute: () => dossier,
  path: '/publications/prepare',
  validateSearch: PrepareSearch,
  loader: ({ context, params }) => ensureAll(context.client, prepareNeeds(params.dossier)),
  component: lazyRouteComponent(() => import('./publications/prepare.page.tsx'), 'PreparePage'),
});
const proposal = createRoute({
  getParentRoute: () => dossier,
  path: '/publications/proposals/$proposal',
  loader: ({ context, params }) => ensureAll(context.client, proposalNeeds(params.dossier, params.proposal)),
  component: lazyRouteComponent(() => import('./publications/proposal.page.tsx'), 'ProposalPage'),
});
const contested = createRoute({
  getParentRoute: () => dossier,
  path: '/publications/contested',
  validateSearch: ContestedSearch,
  loader: ({ context, params }) => ensureAll(context.client, contestedNeeds(params.dossier)),
  component: lazyRouteComponent(() => import('./publications/contested/contested.page.tsx'), 'ContestedPage'),
});
/** From a public page into the dossier in whose name something is said. */
export const sayRoute = createRoute({
  getParentRoute: () => inside,
  path: '/say',
  validateSearch: SaySearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => ensureAll(context.client, sayNeeds(deps)),
  component: lazyRouteComponent(() => import('./publications/contested/say.page.tsx'), 'SayPage'),
});

export const publicationRoutes = [publications, prepare, proposal, contested] as const;
