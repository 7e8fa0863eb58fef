import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Name } from '../shapes.ts';
import { accounts } from './accounts.ts';
import { bodies } from './bodies.ts';
import { factors } from './factors.ts';
import { journal } from './journal.ts';
import { keys } from './keys.ts';
import { leaving } from './leaving.ts';
import { members } from './members.ts';
import { operator } from './operator.ts';
import { ChooseOrganisation, organisation } from './organisation.ts';
import { Email, Password } from './roles.ts';
import { Session, SignIn } from './session.ts';
import { signOn } from './sign-on.ts';
import { watching } from './watching.ts';

export * from './accounts.ts';
export * from './acts.ts';
export * from './bodies.ts';
export * from './factors.ts';
export * from './journal.ts';
export * from './keys.ts';
export * from './leaving.ts';
export * from './members.ts';
export * from './operator.ts';
export * from './organisation.ts';
export * from './password-strength.ts';
export * from './roles.ts';
export * from './session.ts';
export * from './sign-on.ts';
export * from './watching.ts';

export const Setup = z.object({ code: z.string().trim().min(1), email: Email, name: Name(120), password: Password }).meta({ id: 'Setup' });

const door = doorsOf('people');
export const people = {
  ...accounts,
  ...bodies,
  ...keys,
  ...members,
  ...organisation,
  ...operator,
  ...leaving,
  ...factors,
  ...signOn,
  ...journal,
  ...watching,
  signIn: door('signIn', {
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in with e-mail and password; sets the session cookie',
    access: 'open',
    input: { body: SignIn },
    output: Session,
    refusals: ['wrong_credentials', 'second_factor_required', 'too_many_requests', 'cross_site', 'unsupported_media_type'],
  }),
  whoAmI: door('whoAmI', {
    method: 'GET',
    path: '/api/session',
    summary: 'Who am I and what may I do',
    access: 'session',
    allows: allow.members,
    output: Session,
  }),
  chooseOrganisation: door('chooseOrganisation', {
    method: 'PUT',
    path: '/api/session/organisation',
    summary: 'Go on in another of my organisations; the session gets a new token',
    access: 'session',
    allows: allow.members,
    input: { body: ChooseOrganisation },
    output: Session,
    refusals: ['not_found', 'forbidden', 'cross_site', 'unsupported_media_type'],
  }),
  signOut: door('signOut', {
    method: 'DELETE',
    path: '/api/session',
    summary: 'Sign out; the session ends on the server',
    access: 'open',
    output: z.null(),
    status: 204,
    refusals: ['cross_site'],
  }),
  setUp: door('setUp', {
    method: 'POST',
    path: '/api/setup',
    summary: 'Create the first operator account with the one-time code printed at start',
    access: 'open',
    input: { body: Setup },
    output: Session,
    status: 201,
    refusals: ['setup_code_wrong', 'cross_site', 'unsupported_media_type'],
  }),
};
