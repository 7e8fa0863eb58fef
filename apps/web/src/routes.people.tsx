// The pages of people: one's account, the organisation one works for, its journal, the instance, and the brief of a post.
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { accountNeeds } from './people/accounts/accounts.needs.ts';
import { factorsNeeds } from './people/factors/factors.needs.ts';
import { JournalSearch, journalNeeds } from './people/journal/journal.needs.ts';
import { leavingNeeds } from './people/leaving/leaving.needs.ts';
import { instanceNeeds, organisationsNeeds } from './people/operator/operator.needs.ts';
import { bodiesNeeds, keysNeeds, membersNeeds, settingsNeeds } from './people/organisation/organisation.needs.ts';
import { identitiesNeeds, signInRuleNeeds } from './people/sign-on/sign-on.needs.ts';
import { ensureAll } from './platform/queries.ts';
import { BriefSearch, briefNeeds } from './reports/brief.needs.ts';
import { styleNeeds } from './reports/style/style.needs.ts';
import { templatesNeeds } from './reports/templates/templates.needs.ts';
import { inside } from './routes.inside.tsx';
import { watchingRoutes } from './routes.watching.tsx';

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  loader: ({ context }) => ensureAll(context.client, [...factorsNeeds(), ...identitiesNeeds(), ...accountNeeds()]),
  component: lazyRouteComponent(() => import('./people/account.page.tsx'), 'AccountPage'),
});
const journal = createRoute({
  getParentRoute: () => inside,
  path: '/journal',
  validateSearch: JournalSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => ensureAll(context.client, journalNeeds(deps)),
  component: lazyRouteComponent(() => import('./people/journal/journal.page.tsx'), 'JournalPage'),
});
const organisation = createRoute({
  getParentRoute: () => inside,
  path: '/organisation',
  component: lazyRouteComponent(() => import('./people/organisation/organisation.layout.tsx'), 'OrganisationLayout'),
});
const organisationHome = createRoute({
  getParentRoute: () => organisation,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/organisation/members', replace: true });
  },
});
const members = createRoute({
  getParentRoute: () => organisation,
  path: '/members',
  loader: ({ context }) => ensureAll(context.client, membersNeeds()),
  component: lazyRouteComponent(() => import('./people/organisation/members.page.tsx'), 'MembersPage'),
});
const bodies = createRoute({
  getParentRoute: () => organisation,
  path: '/bodies',
  loader: ({ context }) => ensureAll(context.client, bodiesNeeds()),
  component: lazyRouteComponent(() => import('./people/organisation/bodies.page.tsx'), 'BodiesPage'),
});
const keys = createRoute({
  getParentRoute: () => organisation,
  path: '/keys',
  loader: ({ context }) => ensureAll(context.client, keysNeeds()),
  component: lazyRouteComponent(() => import('./people/organisation/keys.page.tsx'), 'KeysPage'),
});
const style = createRoute({
  getParentRoute: () => organisation,
  path: '/style',
  loader: ({ context }) => ensureAll(context.client, styleNeeds()),
  component: lazyRouteComponent(() => import('./reports/style/style.page.tsx'), 'StylePage'),
});
const templates = createRoute({
  getParentRoute: () => organisation,
  path: '/templates',
  loader: ({ context }) => ensureAll(context.client, templatesNeeds()),
  component: lazyRouteComponent(() => import('./reports/templates/templates.page.tsx'), 'TemplatesPage'),
});
const settings = createRoute({
  getParentRoute: () => organisation,
  path: '/settings',
  loader: ({ context }) => ensureAll(context.client, settingsNeeds()),
  component: lazyRouteComponent(() => import('./people/organisation/settings.page.tsx'), 'SettingsPage'),
});
const signInRule = createRoute({
  getParentRoute: () => organisation,
  path: '/sign-in',
  loader: ({ context }) => ensureAll(context.client, signInRuleNeeds()),
  component: lazyRouteComponent(() => import('./people/sign-on/sign-in-rule.page.tsx'), 'SignInRulePage'),
});
const leaving = createRoute({
  getParentRoute: () => organisation,
  path: '/data',
  loader: ({ context }) => ensureAll(context.client, leavingNeeds()),
  component: lazyRouteComponent(() => import('./people/leaving/leaving.page.tsx'), 'LeavingPage'),
});
const operator = createRoute({
  getParentRoute: () => inside,
  path: '/operator',
  component: lazyRouteComponent(() => import('./people/operator/operator.layout.tsx'), 'OperatorLayout'),
});
const organisations = createRoute({
  getParentRoute: () => operator,
  path: '/',
  loader: ({ context }) => ensureAll(context.client, organisationsNeeds()),
  component: lazyRouteComponent(() => import('./people/operator/organisations.page.tsx'), 'OrganisationsPage'),
});
const instance = createRoute({
  getParentRoute: () => operator,
  path: '/instance',
  loader: ({ context }) => ensureAll(context.client, instanceNeeds()),
  component: lazyRouteComponent(() => import('./people/operator/instance.page.tsx'), 'InstancePage'),
});
const brief = createRoute({
  getParentRoute: () => inside,
  path: '/brief',
  validateSearch: BriefSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => ensureAll(context.client, briefNeeds(deps)),
  component: lazyRouteComponent(() => import('./reports/brief.page.tsx'), 'BriefPage'),
});

const ofOrganisation = [organisationHome, members, bodies, keys, signInRule, style, templates, settings, leaving] as const;
/** Hung beneath `inside` by the map. */
export const peopleRoutes = [
  account,
  journal,
  organisation.addChildren(ofOrganisation),
  operator.addChildren([organisations, instance]),
  ...watchingRoutes,
  brief,
] as const;
