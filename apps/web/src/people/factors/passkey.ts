import type { PasskeyAssertion, PasskeyCreation, PasskeyRegistration, PasskeyRequest } from '@servanda/contract';

/** The browser or the person said no to a passkey, or the browser cannot do it at this address. */
export class PasskeyRefused extends Error {
  constructor(
    readonly why: 'unsupported' | 'cancelled' | 'known' | 'address',
    cause?: unknown,
  ) {
    super(why, { cause });
    this.name = 'PasskeyRefused';
  }
}

const reasons: Record<string, PasskeyRefused['why']> = { InvalidStateError: 'known', SecurityError: 'address', NotSupportedError: 'unsupported' };
const whyOf = (error: unknown) => (error instanceof Error ? reasons[error.name] : undefined) ?? 'cancelled';

async function withBrowser<T>(work: (browser: typeof import('@simplewebauthn/browser')) => Promise<T>): Promise<T> {
  const browser = await import('@simplewebauthn/browser');
  if (!browser.browserSupportsWebAuthn()) throw new PasskeyRefused('unsupported');
  return work(browser).catch((error: unknown) => {
    throw new PasskeyRefused(whyOf(error), error);
  });
}

/** Lets the browser sign with a passkey that it has. Throws `PasskeyRefused`. */
export const usePasskeyOf = (optionsJSON: PasskeyRequest): Promise<PasskeyAssertion> =>
  withBrowser(async ({ startAuthentication }) => {
    const { id, rawId, type, response } = await startAuthentication({ optionsJSON });
    const { clientDataJSON, authenticatorData, signature, userHandle } = response;
    return { id, rawId, type, clientExtensionResults: {}, response: { clientDataJSON, authenticatorData, signature, ...(userHandle ? { userHandle } : {}) } };
  });

/** Lets the browser make a new passkey. Throws `PasskeyRefused`. */
export const makePasskey = (optionsJSON: PasskeyCreation): Promise<PasskeyRegistration> =>
  withBrowser(async ({ startRegistration }) => {
    const { id, rawId, type, response } = await startRegistration({ optionsJSON });
    const { clientDataJSON, attestationObject, transports } = response;
    return { id, rawId, type, clientExtensionResults: {}, response: { clientDataJSON, attestationObject, ...(transports ? { transports } : {}) } };
  });
