// The own account: coming in by invitation, password, address, sessions.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Id, Moment, Name } from '../shapes.ts';
import { Email, Organisation, Password, Role } from './roles.ts';
import { Session } from './session.ts';

export const InterfaceLanguage = z.enum(['en', 'fr', 'ar']);
/** The secret of a link in a letter: 256 bits, base64url. Anything else is a link that does not work. */
const LinkToken = z.string().max(200);
export const ByLink = z.object({ token: LinkToken }).meta({ id: 'ByLink' });

export const InvitationShown = z
  .object({
    email: z.string(),
    organisation: Organisation,
    role: Role,
    body: z.string().nullable(),
    invitedBy: z.string(),
    expiresAt: Moment,
    /** `none`: a new account · `active`: sign in and join · `resting`: an account without any organisation; its password lets it in. */
    account: z.enum(['none', 'active', 'resting']),
  })
  .meta({ id: 'InvitationShown' });
export type InvitationShown = z.infer<typeof InvitationShown>;

export const NewAccount = z.object({ token: LinkToken, name: Name(120), password: Password, language: InterfaceLanguage }).meta({ id: 'NewAccount' });
export const ReturnByInvitation = z.object({ token: LinkToken, password: z.string().min(1, 'Type the password').max(1024) }).meta({ id: 'ReturnByInvitation' });
export const AskReset = z.object({ email: Email, language: InterfaceLanguage }).meta({ id: 'AskReset' });
export const FinishReset = z.object({ token: LinkToken, password: Password, language: InterfaceLanguage }).meta({ id: 'FinishReset' });
export const ChangePassword = z
  .object({ current: z.string().min(1, 'Type the password').max(1024), password: Password, language: InterfaceLanguage })
  .meta({ id: 'ChangePassword' });
export const ChangeProfile = z.object({ name: Name(120), locale: InterfaceLanguage.nullable() }).meta({ id: 'ChangeProfile' });
export const ChangeAddress = z.object({ email: Email, language: InterfaceLanguage }).meta({ id: 'ChangeAddress' });
const OfAddress = z.object({ email: z.string() });

/** One signed-in browser; `browser` and `system` are null where its name says nothing known. */
export const OpenSession = z
  .object({
    id: Id,
    browser: z.string().nullable(),
    system: z.string().nullable(),
    form: z.enum(['desktop', 'mobile', 'tablet', 'program', 'unknown']),
    organisation: z.string(),
    signedInAt: Moment,
    lastSeenAt: Moment,
    expiresAt: Moment,
    isThis: z.boolean(),
  })
  .meta({ id: 'OpenSession' });
export type OpenSession = z.infer<typeof OpenSession>;

const door = doorsOf('people');
const byLink = ['link_unusable', 'too_many_requests', 'cross_site', 'unsupported_media_type'] as const;
const writing = ['cross_site', 'unsupported_media_type'] as const;

export const accounts = {
  showInvitation: door('showInvitation', {
    method: 'POST',
    path: '/api/invitation',
    summary: 'What an invitation invites to; the token is sent in the body, so that no log keeps it',
    access: 'open',
    input: { body: ByLink },
    output: InvitationShown,
    refusals: byLink,
  }),
  acceptInvitation: door('acceptInvitation', {
    method: 'POST',
    path: '/api/invitation/account',
    summary: 'Accept an invitation with a new account for the invited address; then sign in',
    access: 'open',
    input: { body: NewAccount },
    output: OfAddress,
    status: 201,
    refusals: [...byLink, 'already_exists'],
  }),
  returnByInvitation: door('returnByInvitation', {
    method: 'POST',
    path: '/api/invitation/return',
    summary: 'Accept an invitation with the account that the address has, by its password; then sign in',
    access: 'open',
    input: { body: ReturnByInvitation },
    output: OfAddress,
    refusals: [...byLink, 'wrong_credentials'],
  }),
  joinByInvitation: door('joinByInvitation', {
    method: 'POST',
    path: '/api/account/join',
    summary: 'Accept an invitation as the person signed in, whose address it must name',
    access: 'session',
    allows: allow.members,
    input: { body: ByLink },
    output: Session,
    refusals: [...byLink, 'forbidden'],
  }),
  askReset: door('askReset', {
    method: 'POST',
    path: '/api/password/reset',
    summary: 'Ask for a letter with a link to set a new password; the answer is the same for every address',
    access: 'open',
    input: { body: AskReset },
    output: z.null(),
    status: 204,
    refusals: ['too_many_requests', ...writing],
  }),
  showReset: door('showReset', {
    method: 'POST',
    path: '/api/password/reset/link',
    summary: 'Whose password a link sets',
    access: 'open',
    input: { body: ByLink },
    output: OfAddress.extend({ name: z.string() }),
    refusals: byLink,
  }),
  finishReset: door('finishReset', {
    method: 'POST',
    path: '/api/password/reset/new',
    summary: 'Set a new password by a link; ends every session, then sign in as ever',
    access: 'open',
    input: { body: FinishReset },
    output: OfAddress,
    refusals: byLink,
  }),
  confirmAddress: door('confirmAddress', {
    method: 'POST',
    path: '/api/address/confirm',
    summary: 'Confirm a new address by the link sent to it',
    access: 'open',
    input: { body: ByLink },
    output: OfAddress,
    refusals: byLink,
  }),
  stopAddress: door('stopAddress', {
    method: 'POST',
    path: '/api/address/stop',
    summary: 'Stop or undo a change of address by the link sent to the old one; ends every session',
    access: 'open',
    input: { body: ByLink },
    output: OfAddress,
    refusals: byLink,
  }),
  changeProfile: door('changeProfile', {
    method: 'PUT',
    path: '/api/account/profile',
    summary: 'Change the own name and language',
    access: 'session',
    allows: allow.members,
    input: { body: ChangeProfile },
    output: Session,
    refusals: writing,
  }),
  changePassword: door('changePassword', {
    method: 'PUT',
    path: '/api/account/password',
    summary: 'Change the own password; the other sessions end, this one goes on under a new token',
    access: 'session',
    allows: allow.members,
    input: { body: ChangePassword },
    output: z.null(),
    status: 204,
    refusals: ['wrong_credentials', 'wrong_state', 'too_many_requests', ...writing],
  }),
  changeAddress: door('changeAddress', {
    method: 'PUT',
    path: '/api/account/address',
    summary: 'Ask for another address; it counts once its link is followed',
    access: 'session',
    allows: { ...allow.members, fresh: true },
    input: { body: ChangeAddress },
    output: z.null(),
    status: 204,
    refusals: ['too_many_requests', ...writing],
  }),
  sessions: door('sessions', {
    method: 'GET',
    path: '/api/account/sessions',
    summary: 'Where the person is signed in',
    access: 'session',
    allows: allow.members,
    output: z.object({ items: z.array(OpenSession) }),
  }),
  endSession: door('endSession', {
    method: 'DELETE',
    path: '/api/account/sessions/{id}',
    summary: 'End one of the own sessions',
    access: 'session',
    allows: allow.members,
    input: { params: z.object({ id: Id }) },
    output: z.null(),
    status: 204,
    refusals: ['not_found', 'cross_site'],
  }),
  endOtherSessions: door('endOtherSessions', {
    method: 'DELETE',
    path: '/api/account/sessions',
    summary: 'End every own session but this one',
    access: 'session',
    allows: allow.members,
    output: z.null(),
    status: 204,
    refusals: ['cross_site'],
  }),
};
