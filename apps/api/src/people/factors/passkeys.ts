import { Inject, Injectable } from '@nestjs/common';
import type { PasskeyAssertion, PasskeyCreation, PasskeyRegistration, PasskeyRequest } from '@servanda/contract';
import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { parse } from 'uuid';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database } from '../../platform/db/database.ts';

const timeout = 5 * 60 * 1000;
const decoded = (text: string) => Buffer.from(text, 'base64url');
const encoded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
/** EdDSA, ES256, RS256. */
const algorithms = [-8, -7, -257];

interface StoredPasskey {
  id: string;
  person_id: string;
  public_key: Buffer;
  counter: string;
  transports: string[];
}
export interface VerifiedRegistration {
  credentialId: Buffer;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  isSynced: boolean;
}

/** The ceremonies of WebAuthn for the one host of PUBLIC_URL. Whatever does not fit is null: why is nobody's business. */
@Injectable()
export class Passkeys {
  readonly #rp: { id: string; origin: string };

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    const { hostname, origin } = new URL(config.publicUrl);
    this.#rp = { id: hostname, origin };
  }

  /** What a browser is asked; without a person for a sign-in without address, where the key must verify its user. */
  async request(person: string | null, challenge?: string): Promise<PasskeyRequest> {
    const allowCredentials = person ? await this.#known(person) : [];
    const made = await generateAuthenticationOptions({
      rpID: this.#rp.id,
      userVerification: person ? 'preferred' : 'required',
      timeout,
      ...(challenge ? { challenge: new Uint8Array(decoded(challenge)) } : {}),
    });
    return { challenge: made.challenge, rpId: this.#rp.id, timeout, allowCredentials, userVerification: person ? 'preferred' : 'required' };
  }

  async creation(person: { id: string; email: string; name: string }): Promise<PasskeyCreation> {
    const excludeCredentials = await this.#known(person.id);
    const authenticatorSelection = { residentKey: 'preferred', userVerification: 'preferred' } as const;
    const made = await generateRegistrationOptions({
      ...{ rpName: 'Servanda', rpID: this.#rp.id, userName: person.email, userDisplayName: person.name },
      ...{ userID: new Uint8Array(parse(person.id)), timeout, attestationType: 'none', supportedAlgorithmIDs: algorithms, authenticatorSelection },
    });
    const rp = { id: this.#rp.id, name: 'Servanda' };
    return { ...made, rp, timeout, excludeCredentials, authenticatorSelection, attestation: 'none' };
  }

  async verifyRegistration(registration: PasskeyRegistration, expectedChallenge: string): Promise<VerifiedRegistration | null> {
    const verified = await verifyRegistrationResponse({
      response: registration,
      ...{ expectedChallenge, expectedOrigin: this.#rp.origin, expectedRPID: this.#rp.id },
      ...{ requireUserVerification: false, supportedAlgorithmIDs: algorithms },
    }).catch(() => null);
    if (!verified?.verified) return null;
    const { credential, credentialBackedUp } = verified.registrationInfo;
    return {
      credentialId: decoded(credential.id),
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: registration.response.transports ?? [],
      isSynced: credentialBackedUp,
    };
  }

  /** The person whose passkey has signed the challenge, its count moved on; null for anything else. */
  async use(assertion: PasskeyAssertion, expected: { challenge: string; mustVerifyUser: boolean }): Promise<string | null> {
    const [stored] = await this.db.unscoped<StoredPasskey>('SELECT * FROM app.passkey_by($1)', [decoded(assertion.id)]);
    const handle = assertion.response.userHandle;
    if (!stored || (handle !== undefined && handle !== encoded(parse(stored.person_id)))) return null;
    const verified = await verifyAuthenticationResponse({
      response: assertion,
      credential: { id: assertion.id, publicKey: new Uint8Array(stored.public_key), counter: Number(stored.counter) },
      ...{ expectedChallenge: expected.challenge, expectedOrigin: this.#rp.origin, expectedRPID: this.#rp.id },
      requireUserVerification: expected.mustVerifyUser,
    }).catch(() => null);
    if (!verified?.verified) return null;
    const { newCounter, credentialBackedUp } = verified.authenticationInfo;
    const [used] = await this.db.unscoped<{ used: boolean }>('SELECT app.use_passkey($1, $2, $3, $4) AS used', [
      ...[stored.id, newCounter, credentialBackedUp, this.clock.now()],
    ]);
    return used?.used ? stored.person_id : null;
  }

  async #known(person: string) {
    const rows = await this.db.unscoped<{ credential_id: Buffer; transports: string[] }>('SELECT * FROM app.passkeys_of($1)', [person]);
    return rows.map(({ credential_id, transports }) => ({ id: encoded(credential_id), type: 'public-key' as const, transports }));
  }
}
