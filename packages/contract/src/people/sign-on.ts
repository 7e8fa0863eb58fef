// How the members of an organisation come in: what it asks for, and its own sign-in by OpenID Connect.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Id, Moment } from '../shapes.ts';
import { Session } from './session.ts';

/** What members type to come to their organisation's sign-in. */
const SignInName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9-]{2,39}$/, 'Use 3 to 40 letters, digits and dashes');
const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^([a-z0-9-]+\.)+[a-z0-9-]{2,}$/, 'Write a domain such as ministry.example');
const words = (max: number) => z.string().trim().min(1, 'Say at least a word').max(max);

const ProviderFacts = z.object({
  signInName: SignInName,
  /** As the provider calls itself; its description is read from /.well-known/openid-configuration below it. */
  issuer: z.url({ protocol: /^https?$/, error: 'Write the address of the issuer, https://…' }).max(300),
  clientId: words(300),
  /** Only accounts with an address of these domains; empty: whoever the provider lets in. */
  domains: z.array(Domain).max(20),
  /** Values of `acr` by which the provider says that it has asked for a second factor; `mfa` in `amr` says so too. */
  secondFactorAcr: z.array(words(300)).max(10),
});
export const ConfigureSignOn = ProviderFacts.extend({
  /** Left out: the secret stays. It is never shown again. */
  clientSecret: z.string().min(1).max(1000).optional(),
}).meta({ id: 'ConfigureSignOn' });
export type ConfigureSignOn = z.infer<typeof ConfigureSignOn>;

export const SignInRule = z
  .object({
    /** From when every member needs a second factor; null: nobody has to. */
    secondFactorFrom: Moment.nullable(),
    membersWithout: z.number().int(),
    isSingleSignOnOnly: z.boolean(),
    /** The address that the provider must know and send people back to. */
    redirectUri: z.string(),
    provider: ProviderFacts.nullable(),
  })
  .meta({ id: 'SignInRule' });
export type SignInRule = z.infer<typeof SignInRule>;
export const ReviseSignInRule = z
  .object({
    secondFactor: z.boolean(),
    /** Days until the second factor is needed, where it was not asked for before. */
    graceDays: z.number().int().min(0).max(90),
    isSingleSignOnOnly: z.boolean(),
  })
  .meta({ id: 'ReviseSignInRule' });

const Identity = z.object({ id: Id, issuer: z.string(), linkedAt: Moment, lastUsedAt: Moment.nullable() });
const away = z.object({ url: z.string() });
const fresh = { ...allow.members, fresh: true };
const freshLead = { ...allow.governors, fresh: true };

const door = doorsOf('people');
export const signOn = {
  signInRule: door('signInRule', {
    method: 'GET',
    path: '/api/organisation/sign-in',
    summary: 'How the members of my organisation come in',
    access: 'session',
    allows: allow.governors,
    output: SignInRule,
  }),
  reviseSignInRule: door('reviseSignInRule', {
    method: 'PUT',
    path: '/api/organisation/sign-in',
    summary: 'Ask every member for a second factor, or for the sign-in of the organisation; who asks must have it already',
    access: 'session',
    allows: freshLead,
    input: { body: ReviseSignInRule },
    output: SignInRule,
    refusals: ['second_factor_missing', 'single_sign_on_missing', 'cross_site', 'unsupported_media_type'],
  }),
  configureSignOn: door('configureSignOn', {
    method: 'PUT',
    path: '/api/organisation/sign-in/provider',
    summary: 'Name the OpenID Connect provider of my organisation; it is asked for its description before anything is kept',
    access: 'session',
    allows: freshLead,
    input: { body: ConfigureSignOn },
    output: SignInRule,
    refusals: ['already_exists', 'cross_site', 'unsupported_media_type'],
  }),
  removeSignOn: door('removeSignOn', {
    method: 'DELETE',
    path: '/api/organisation/sign-in/provider',
    summary: 'End the single sign-on of my organisation',
    access: 'session',
    allows: freshLead,
    output: z.null(),
    status: 204,
    refusals: ['not_found', 'cross_site'],
  }),
  identities: door('identities', {
    method: 'GET',
    path: '/api/account/identities',
    summary: 'The sign-ins of organisations that my account is linked to',
    access: 'session',
    allows: allow.members,
    output: z.object({ items: z.array(Identity), mayLink: z.boolean() }),
  }),
  linkIdentity: door('linkIdentity', {
    method: 'POST',
    path: '/api/account/identities',
    summary: 'Begin to link my account to the sign-in of my organisation: where the browser goes',
    access: 'session',
    allows: fresh,
    output: away,
    refusals: ['wrong_state', 'cross_site'],
  }),
  unlinkIdentity: door('unlinkIdentity', {
    method: 'DELETE',
    path: '/api/account/identities/{id}',
    summary: 'Take the link back; it opens my account no more',
    access: 'session',
    allows: fresh,
    input: { params: z.object({ id: Id }) },
    output: z.null(),
    status: 204,
    refusals: ['not_found', 'wrong_state', 'cross_site'],
  }),
  confirmBySignOn: door('confirmBySignOn', {
    method: 'POST',
    path: '/api/session/confirmation/sign-on',
    summary: 'Begin to prove anew, by the sign-in of my organisation, who I am: where the browser goes',
    access: 'session',
    allows: allow.members,
    output: away,
    refusals: ['wrong_state', 'cross_site'],
  }),
  beginSignOn: door('beginSignOn', {
    method: 'POST',
    path: '/api/session/sign-on',
    summary: 'Begin a sign-in by the sign-in name of an organisation, or accept an invitation so: where the browser goes',
    access: 'open',
    input: { body: z.union([z.object({ name: SignInName }), z.object({ invitation: z.string().min(20).max(100), language: z.enum(['en', 'fr', 'ar']) })]) },
    output: away,
    refusals: ['sign_on_refused', 'too_many_requests', 'cross_site', 'unsupported_media_type'],
  }),
  finishSignOn: door('finishSignOn', {
    method: 'POST',
    path: '/api/session/sign-on/return',
    summary: 'What the provider sent the browser back with; signs in, links or confirms, as it was begun',
    access: 'open',
    input: { body: z.object({ organisation: Id, query: z.string().max(8000) }) },
    output: z.object({ purpose: z.enum(['sign_in', 'link', 'confirm', 'invitation']), session: Session }),
    refusals: ['sign_on_refused', 'second_factor_required', 'already_exists', 'too_many_requests', 'cross_site', 'unsupported_media_type'],
  }),
};
