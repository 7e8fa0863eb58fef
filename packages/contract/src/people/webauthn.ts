// WebAuthn Level 3 as JSON: what a browser is asked and what it answers. Binary fields are base64url.
import * as z from 'zod';

const bytes = (max: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/, 'Use base64url')
    .max(max);
const CredentialId = bytes(1400);
const transports = z.array(z.string().max(30)).max(10).optional();
const UserVerification = z.enum(['required', 'preferred', 'discouraged']);
const KnownCredential = z.object({ id: CredentialId, type: z.literal('public-key'), transports });

/** What the browser is asked for a sign-in with a passkey. */
export const PasskeyRequest = z
  .object({
    challenge: z.string(),
    rpId: z.string(),
    timeout: z.number(),
    allowCredentials: z.array(KnownCredential),
    userVerification: UserVerification,
  })
  .meta({ id: 'PasskeyRequest' });
export type PasskeyRequest = z.infer<typeof PasskeyRequest>;

/** What the browser is asked to make a new passkey of. */
export const PasskeyCreation = z
  .object({
    challenge: z.string(),
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ alg: z.number(), type: z.literal('public-key') })),
    timeout: z.number(),
    excludeCredentials: z.array(KnownCredential),
    authenticatorSelection: z.object({ residentKey: z.enum(['required', 'preferred', 'discouraged']), userVerification: UserVerification }),
    attestation: z.literal('none'),
  })
  .meta({ id: 'PasskeyCreation' });
export type PasskeyCreation = z.infer<typeof PasskeyCreation>;

const answered = {
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.object({}).default({}),
};

/** The browser's answer with a passkey it has. */
export const PasskeyAssertion = z
  .object({
    ...answered,
    response: z.object({ clientDataJSON: bytes(8000), authenticatorData: bytes(8000), signature: bytes(8000), userHandle: bytes(128).optional() }),
  })
  .meta({ id: 'PasskeyAssertion' });
export type PasskeyAssertion = z.infer<typeof PasskeyAssertion>;

/** The browser's answer with a passkey it has just made. */
export const PasskeyRegistration = z
  .object({ ...answered, response: z.object({ clientDataJSON: bytes(8000), attestationObject: bytes(40_000), transports }) })
  .meta({ id: 'PasskeyRegistration' });
export type PasskeyRegistration = z.infer<typeof PasskeyRegistration>;
