import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const [keyIdBytes, nonceBytes, tagBytes] = [4, 12, 16];
const idOf = (key: Buffer) => createHash('sha256').update('servanda key').update(key).digest().subarray(0, keyIdBytes);

/**
 * AES-256-GCM by keys that the database does not have. Sealed bytes: key's name (4) · nonce (12) · tag (16) · text. What a thing is
 * sealed for is bound to it, so that a row cannot be moved. The first key seals, all of them open; `setting` names them in errors.
 */
export class Sealing {
  readonly #keys: readonly Buffer[];
  readonly #setting: string;

  constructor(keys: readonly Buffer[], setting: string) {
    this.#keys = keys;
    this.#setting = setting;
  }

  seal(text: string, purpose: string): Buffer {
    const [key] = this.#keys;
    if (!key) throw new Error(`${this.#setting} is not set: nothing can be sealed. Give it 32 random bytes in base64url.`);
    const nonce = randomBytes(nonceBytes);
    const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
    return Buffer.concat([idOf(key), nonce, sealing.getAuthTag(), sealed]);
  }

  /** Whether the key that seals now has sealed these bytes. */
  isByNewest(bytes: Uint8Array): boolean {
    const [key] = this.#keys;
    return key !== undefined && idOf(key).equals(Buffer.from(bytes).subarray(0, keyIdBytes));
  }

  /** Throws where the bytes were changed, were sealed for something else or by a key that is gone. */
  open(bytes: Uint8Array, purpose: string): string {
    const sealed = Buffer.from(bytes);
    const key = this.#keys.find((one) => idOf(one).equals(sealed.subarray(0, keyIdBytes)));
    if (!key) throw new Error(`A sealed secret was sealed by a key that ${this.#setting} does not hold any more.`);
    const nonceEnd = keyIdBytes + nonceBytes;
    const opening = createDecipheriv(cipher, key, sealed.subarray(keyIdBytes, nonceEnd), { authTagLength: tagBytes })
      .setAAD(Buffer.from(purpose))
      .setAuthTag(sealed.subarray(nonceEnd, nonceEnd + tagBytes));
    return Buffer.concat([opening.update(sealed.subarray(nonceEnd + tagBytes)), opening.final()]).toString('utf8');
  }
}
