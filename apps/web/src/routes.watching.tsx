// The pages of what a person follows.
import { contract } from '@servanda/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { dossierOf, FollowSearch, followingNeeds, NewsSearch, newestReleaseOf, newsNeeds } from './people/watching/watching.needs.ts';
import { ask, ensureAll } from './platform/queries.ts';
import { inside } from './routes.inside.tsx';

const news = createRoute({
  getParentRoute: () => inside,
  path: '/news',
  validateSearch: NewsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => ensureAll(context.client, [...newsNeeds(deps), ask(contract.obligations.list, {})]),
  component: lazyRouteComponent(() => import('./people/watching/news.page.tsx'), 'NewsPage'),
});
const following = createRoute({
  getParentRoute: () => inside,
  path: '/news/following',
  loader: ({ context }) => ensureAll(context.client, [...followingNeeds(), ask(contract.obligations.list, {})]),
  component: lazyRouteComponent(() => import('./people/watching/following.page.tsx'), 'FollowingPage'),
});
const follow = createRoute({
  getParentRoute: () => inside,
  path: '/follow',
  validateSearch: FollowSearch,
  loaderDeps: ({ search }) => ({ dossier: search.dossier }),
  loader: async ({ context: { client }, deps: { dossier } }) => {
    // Of a dossier that is not one's own the first is refused, which is an answer, too.
    const known = dossier ? [client.prefetchQuery(dossierOf(dossier)), client.prefetchQuery(newestReleaseOf(dossier))] : [];
    await Promise.all([ensureAll(client, [...followingNeeds(), ask(contract.obligations.list, {}), ask(contract.treaties.states, {})]), ...known]);
  },
  component: lazyRouteComponent(() => import('./people/watching/follow.page.tsx'), 'FollowPage'),
});
/** Hung beneath `inside`. */
export const watchingRoutes = [news, following, follow] as const;
