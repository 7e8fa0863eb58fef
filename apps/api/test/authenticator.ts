// A software authenticator for WebAuthn ceremonies: makes and uses ES256 passkeys, and can be told to do it wrong.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { encodeCBOR } from '@levischuck/tiny-cbor';
import type { PasskeyAssertion, PasskeyCreation, PasskeyRegistration, PasskeyRequest } from '@servanda/contract';

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const b64 = (data: Uint8Array) => Buffer.from(data).toString('base64url');

/** What can be wrong with an answer. */
export interface Wrong {
  origin?: string;
  challenge?: string;
  rpId?: string;
  type?: string;
  /** The user was there but not verified. */
  unverified?: boolean;
  counter?: number;
  userHandle?: string;
  otherKey?: boolean;
}

export class Authenticator {
  readonly id = randomBytes(32);
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #counter = 0;
  #userHandle = '';

  constructor(readonly origin = 'http://localhost:4000') {}

  register(options: PasskeyCreation, wrong: Wrong = {}): PasskeyRegistration {
    this.#userHandle ||= options.user.id;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const authData = Buffer.concat([this.#head(wrong.rpId ?? options.rp.id, true, wrong), Buffer.alloc(16), length, this.id, this.#publicKey()]);
    const attestation = encodeCBOR(
      new Map<string, string | Uint8Array | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]),
    );
    return {
      ...this.#answer(),
      response: {
        clientDataJSON: b64(this.#client('webauthn.create', options.challenge, wrong)),
        attestationObject: b64(attestation),
        transports: ['internal'],
      },
    };
  }

  assert(options: PasskeyRequest, wrong: Wrong = {}): PasskeyAssertion {
    const client = this.#client('webauthn.get', options.challenge, wrong);
    const authenticatorData = this.#head(wrong.rpId ?? options.rpId, false, wrong);
    const key: KeyObject = wrong.otherKey ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey : this.#keys.privateKey;
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(client)]), key);
    return {
      ...this.#answer(),
      response: {
        clientDataJSON: b64(client),
        authenticatorData: b64(authenticatorData),
        signature: b64(signature),
        userHandle: wrong.userHandle ?? (this.#userHandle || undefined),
      },
    };
  }

  #answer() {
    return { id: b64(this.id), rawId: b64(this.id), type: 'public-key' as const, clientExtensionResults: {} };
  }

  #client(type: string, challenge: string, wrong: Wrong): Buffer {
    return Buffer.from(
      JSON.stringify({ type: wrong.type ?? type, challenge: wrong.challenge ?? challenge, origin: wrong.origin ?? this.origin, crossOrigin: false }),
    );
  }

  /** SHA-256 of the host · flags (present 1, verified 4, with key 64) · count. */
  #head(rpId: string, withKey: boolean, wrong: Wrong): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(wrong.counter ?? ++this.#counter);
    return Buffer.concat([sha256(rpId), Buffer.from([1 | (wrong.unverified ? 0 : 4) | (withKey ? 64 : 0)]), count]);
  }

  #publicKey(): Uint8Array {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
    return encodeCBOR(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, bytes(x)],
        [-3, bytes(y)],
      ]),
    );
  }
}
