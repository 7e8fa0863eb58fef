// The session as doors answer it.
import * as z from 'zod';
import { Id, May, Moment } from '../shapes.ts';
import { Email, Organisation, Role } from './roles.ts';

/** A session ends unused after so many minutes, and in any case so many hours after sign-in. */
export const sessionLimits = { idleMinutes: 60, hours: 12 } as const;

export const SignIn = z.object({ email: Email, password: z.string().min(1, 'Type the password').max(1024) }).meta({ id: 'SignIn' });

/** By what somebody proves who he or she is; `single_sign_on_mfa`: the organisation's own sign-in has asked for a second factor. */
export const SignInMethod = z.enum(['password', 'totp', 'recovery', 'passkey', 'single_sign_on', 'single_sign_on_mfa']);
export type SignInMethod = z.infer<typeof SignInMethod>;

/** Who is signed in, for which organisation, in what role, and what he or she may do there. */
export const Session = z
  .object({
    person: z.object({ id: Id, email: z.string(), name: z.string(), locale: z.enum(['en', 'fr', 'ar']).nullable() }),
    organisation: Organisation,
    role: Role,
    /** The ministry or body within the organisation, if any. */
    body: z.string().nullable(),
    organisations: z.array(Organisation.extend({ role: Role })),
    signedInAt: Moment,
    expiresAt: Moment,
    /** By what the person has proven in this session who he or she is. */
    methods: z.array(SignInMethod),
    confirmedAt: Moment,
    secondFactor: z.object({
      has: z.boolean(),
      /** From when the organisation asks every member for a second factor; null: it does not. */
      requiredFrom: Moment.nullable(),
      /** It is asked for by now and this session stands without one: only the own account can be reached. */
      isMissing: z.boolean(),
    }),
    /** The organisation asks for its own sign-in, and this session did not come by it. */
    isSingleSignOnMissing: z.boolean(),
    may: z.object({ openDossier: May, recordAssessment: May, addEvidence: May, review: May, manageOrganisation: May, readJournal: May }),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;
