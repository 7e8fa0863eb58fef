// The two routes that all others hang on: the frame, and everything behind the sign-in.
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';
import { isShutOut, sessionQuery } from './people/session.ts';
import { unreadOf } from './people/watching/watching.needs.ts';
import { speakTo } from './platform/i18n.ts';
import { Root } from './root.tsx';

export const root = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Root,
  beforeLoad: async ({ context }) => {
    const session = await context.client.ensureQueryData(sessionQuery);
    await speakTo(session?.organisation.kind ?? null);
    return { session };
  },
});

/** Everything behind the sign-in. The address asked for is kept and returned to. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: ({ context, location }) => {
    if (!context.session) throw redirect({ to: '/sign-in', search: { next: location.href === '/' ? undefined : location.href }, replace: true });
    if (isShutOut(context.session) && !['/account', '/organisation/sign-in'].includes(location.pathname)) throw redirect({ to: '/account', replace: true });
    return { session: context.session };
  },
  // Each page that is opened asks anew whether there are news; none waits for it.
  loader: ({ context }) => void (isShutOut(context.session) || context.client.prefetchQuery(unreadOf())),
});
