// The page of a dossier's coalition.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { coalitionOf } from './dossiers/coalition/coalition.needs.ts';
import { ensureAll } from './platform/queries.ts';
import { dossier } from './routes.dossier.tsx';

export const coalition = createRoute({
  getParentRoute: () => dossier,
  path: '/coalition',
  loader: ({ context, params }) => ensureAll(context.client, [coalitionOf(params.dossier)]),
  component: lazyRouteComponent(() => import('./dossiers/coalition/coalition.page.tsx'), 'CoalitionPage'),
});
