// The frame of one dossier, on which its pages hang.
import { createRoute, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router';
import { AsOfSearch } from './dossiers/as-of.ts';
import { dossierNeeds } from './dossiers/dossiers.needs.ts';
import { ensureAll } from './platform/queries.ts';
import { inside } from './routes.inside.tsx';

export const dossier = createRoute({
  getParentRoute: () => inside,
  path: '/dossiers/$dossier',
  validateSearch: AsOfSearch,
  // Whoever reads the past goes on reading it, from page to page.
  search: { middlewares: [retainSearchParams(['asOf'])] },
  loaderDeps: ({ search }) => ({ asOf: search.asOf }),
  loader: ({ context, params, deps }) => ensureAll(context.client, dossierNeeds(params.dossier, deps)),
  component: lazyRouteComponent(() => import('./dossiers/dossier.layout.tsx'), 'DossierLayout'),
});
