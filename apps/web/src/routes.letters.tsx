// The pages that links in letters lead to, open to who is not signed in; and the letters themselves, on a local instance.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { outboxNeeds } from './people/outbox/outbox.needs.ts';
import { ensureAll } from './platform/queries.ts';
import { root } from './routes.inside.tsx';

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
const stopLetters = createRoute({
  getParentRoute: () => root,
  path: '/letters/stop',
  component: lazyRouteComponent(() => import('./people/watching/stop.page.tsx'), 'StopPage'),
});
const outbox = createRoute({
  getParentRoute: () => root,
  path: '/outbox',
  loader: ({ context }) => ensureAll(context.client, outboxNeeds()),
  component: lazyRouteComponent(() => import('./people/outbox/outbox.page.tsx'), 'OutboxPage'),
});

/** Hung beneath the root by the map. */
export const letterRoutes = [reset, invitation, address, stopLetters, outbox] as const;
