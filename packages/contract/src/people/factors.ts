// Second factors, passkeys, and proving anew who one is.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Id, Moment, Name } from '../shapes.ts';
import { Session, SignInMethod } from './session.ts';
import { PasskeyAssertion, PasskeyCreation, PasskeyRegistration, PasskeyRequest } from './webauthn.ts';

export * from './webauthn.ts';

/** The six digits an authenticator shows, as people type them. */
const Digits = z
  .string()
  .max(20)
  .transform((typed) => typed.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'Type the six digits that the authenticator shows'));
/** 24 letters and digits (Crockford's base 32); look-alikes, spaces and dashes do not matter. */
const RecoveryCode = z
  .string()
  .max(60)
  .transform((typed) => typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1'))
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{24}$/, 'Type the whole recovery code, 24 letters and digits'));

/** One proof of a second factor. */
export const SecondFactor = z
  .discriminatedUnion('method', [
    z.object({ method: z.literal('totp'), code: Digits }),
    z.object({ method: z.literal('recovery'), code: RecoveryCode }),
    z.object({ method: z.literal('passkey'), assertion: PasskeyAssertion }),
  ])
  .meta({ id: 'SecondFactor' });
export type SecondFactor = z.infer<typeof SecondFactor>;

/** One proof of who one is, while signed in. */
export const IdentityProof = z
  .discriminatedUnion('method', [
    z.object({ method: z.literal('password'), password: z.string().min(1, 'Type the password').max(1024) }),
    ...SecondFactor.options,
  ])
  .meta({ id: 'IdentityProof' });
export type IdentityProof = z.infer<typeof IdentityProof>;

const Passkey = z
  .object({
    id: Id,
    name: z.string(),
    addedAt: Moment,
    lastUsedAt: Moment.nullable(),
    /** Kept by a provider and on several devices, not on one device alone. */
    isSynced: z.boolean(),
  })
  .meta({ id: 'Passkey' });
export type Passkey = z.infer<typeof Passkey>;

export const Factors = z
  .object({
    totp: z.object({ addedAt: Moment, lastUsedAt: Moment.nullable() }).nullable(),
    passkeys: z.array(Passkey),
    /** Recovery codes left; null: none were ever made. */
    recoveryCodesLeft: z.number().int().nullable(),
    /** An organisation of this person asks for a second factor: the last one stays. */
    isRequired: z.boolean(),
  })
  .meta({ id: 'Factors' });
export type Factors = z.infer<typeof Factors>;

/** Recovery codes as they are shown once; null: there are some already. */
const codes = z.array(z.string()).nullable();
const name = Name(60);
const params = z.object({ id: Id });
const guessable = ['second_factor_wrong', 'too_many_requests', 'cross_site', 'unsupported_media_type'] as const;
const fresh = { ...allow.members, fresh: true };

const door = doorsOf('people');
export const factors = {
  askPasskey: door('askPasskey', {
    method: 'POST',
    path: '/api/session/passkey/challenge',
    summary: 'Begin a sign-in with a passkey, without address and password',
    access: 'open',
    output: PasskeyRequest,
    refusals: ['too_many_requests', 'cross_site'],
  }),
  signInWithPasskey: door('signInWithPasskey', {
    method: 'POST',
    path: '/api/session/passkey',
    summary: 'Sign in with a passkey that has verified its user; sets the session cookie',
    access: 'open',
    input: { body: z.object({ assertion: PasskeyAssertion }) },
    output: Session,
    refusals: guessable,
  }),
  proveSecondFactor: door('proveSecondFactor', {
    method: 'POST',
    path: '/api/session/second-factor',
    summary: 'The second step of a sign-in, within five minutes of the password and in five tries; sets the session cookie',
    access: 'open',
    input: { body: SecondFactor },
    output: Session,
    refusals: ['not_signed_in', ...guessable],
  }),
  askSecondFactor: door('askSecondFactor', {
    method: 'POST',
    path: '/api/session/second-factor/challenge',
    summary: 'What the browser is asked where the second step is a passkey',
    access: 'open',
    output: PasskeyRequest,
    refusals: ['not_signed_in', 'cross_site'],
  }),
  confirmation: door('confirmation', {
    method: 'GET',
    path: '/api/session/confirmation',
    summary: 'When I last proved who I am, and how I can do it anew',
    access: 'session',
    allows: allow.members,
    output: z.object({ confirmedAt: Moment, methods: z.array(SignInMethod) }),
  }),
  askConfirmation: door('askConfirmation', {
    method: 'POST',
    path: '/api/session/confirmation/challenge',
    summary: 'What the browser is asked where I prove with a passkey who I am',
    access: 'session',
    allows: allow.members,
    output: PasskeyRequest,
    refusals: ['cross_site'],
  }),
  confirm: door('confirm', {
    method: 'POST',
    path: '/api/session/confirmation',
    summary: 'Prove anew who I am; the session goes on under a new cookie',
    access: 'session',
    allows: allow.members,
    input: { body: IdentityProof },
    output: z.object({ confirmedAt: Moment }),
    refusals: ['wrong_credentials', ...guessable],
  }),
  factors: door('factors', {
    method: 'GET',
    path: '/api/account/factors',
    summary: 'My second factors',
    access: 'session',
    allows: allow.members,
    output: Factors,
  }),
  beginTotp: door('beginTotp', {
    method: 'POST',
    path: '/api/account/totp',
    summary: 'Begin to set up an authenticator; nothing is kept before the first right code',
    access: 'session',
    allows: fresh,
    output: z.object({ secret: z.string(), uri: z.string() }),
    refusals: ['already_exists', 'cross_site'],
  }),
  keepTotp: door('keepTotp', {
    method: 'PUT',
    path: '/api/account/totp',
    summary: 'Keep the authenticator, with its first right code; the first factor comes with recovery codes, shown once',
    access: 'session',
    allows: allow.members,
    input: { body: z.object({ code: Digits }) },
    output: z.object({ recoveryCodes: codes }),
    refusals: ['already_exists', 'wrong_state', ...guessable],
  }),
  removeTotp: door('removeTotp', {
    method: 'DELETE',
    path: '/api/account/totp',
    summary: 'Remove the authenticator; every other session of mine ends',
    access: 'session',
    allows: fresh,
    output: z.null(),
    status: 204,
    refusals: ['not_found', 'last_factor', 'cross_site'],
  }),
  renewRecoveryCodes: door('renewRecoveryCodes', {
    method: 'POST',
    path: '/api/account/recovery-codes',
    summary: 'Ten new recovery codes, shown once; the old ones are void',
    access: 'session',
    allows: fresh,
    output: z.object({ recoveryCodes: z.array(z.string()) }),
    refusals: ['wrong_state', 'cross_site'],
  }),
  askNewPasskey: door('askNewPasskey', {
    method: 'POST',
    path: '/api/account/passkeys/challenge',
    summary: 'What the browser is asked to make a new passkey of',
    access: 'session',
    allows: fresh,
    output: PasskeyCreation,
    refusals: ['cross_site'],
  }),
  keepPasskey: door('keepPasskey', {
    method: 'POST',
    path: '/api/account/passkeys',
    summary: 'Keep a new passkey under a name; the first factor comes with recovery codes, shown once',
    access: 'session',
    allows: allow.members,
    input: { body: z.object({ name, registration: PasskeyRegistration }) },
    output: z.object({ passkey: Passkey, recoveryCodes: codes }),
    status: 201,
    refusals: ['already_exists', ...guessable],
  }),
  renamePasskey: door('renamePasskey', {
    method: 'PUT',
    path: '/api/account/passkeys/{id}',
    summary: 'Rename a passkey of mine',
    access: 'session',
    allows: allow.members,
    input: { params, body: z.object({ name }) },
    output: Passkey,
    refusals: ['not_found', 'cross_site', 'unsupported_media_type'],
  }),
  removePasskey: door('removePasskey', {
    method: 'DELETE',
    path: '/api/account/passkeys/{id}',
    summary: 'Remove a passkey of mine; every other session of mine ends',
    access: 'session',
    allows: fresh,
    input: { params },
    output: z.null(),
    status: 204,
    refusals: ['not_found', 'last_factor', 'cross_site'],
  }),
};
