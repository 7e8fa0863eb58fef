import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** The Ed25519 key that signs anchors; the database never sees its private half. */
export interface SigningKey {
  /** The first 32 hexadecimal digits of the SHA-256 of the public half. */
  id: string;
  /** The public half, SPKI in DER. */
  spki: Buffer;
  sign: (text: string) => Buffer;
}

/** What stands before the 32 bytes of a seed in PKCS #8 (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export const keyIdOf = (spki: Buffer): string => createHash('sha256').update(spki).digest('hex').slice(0, 32);
export const publicKeyOf = (spki: Buffer): KeyObject => createPublicKey({ key: spki, format: 'der', type: 'spki' });

function privateKeyOf(given: string): KeyObject {
  if (given.includes('BEGIN')) return createPrivateKey(given);
  const seed = Buffer.from(given, 'base64url');
  if (seed.length !== 32) throw new Error('not 32 bytes');
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
}

/** Reads the key itself: a seed of 32 bytes in base64url, or PEM. Throws a sentence that does not repeat it. */
export function signingKeyOf(given: string): SigningKey {
  let key: KeyObject;
  try {
    key = privateKeyOf(given.trim());
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('not Ed25519');
  } catch {
    throw new Error('The settings cannot be used:\nJOURNAL_KEY must be 32 random bytes in base64url, or an Ed25519 private key in PEM.');
  }
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return { id: keyIdOf(spki), spki, sign: (text) => sign(null, Buffer.from(text), key) };
}

export const isSignedBy = (spki: Buffer, text: string, signature: Buffer): boolean => verify(null, Buffer.from(text), publicKeyOf(spki), signature);
