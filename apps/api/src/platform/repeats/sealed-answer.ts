// A remembered answer may hold what is shown only once, such as an API key. It is sealed with a key that only its asker has.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const sealingKey = (idempotencyKey: string) => Buffer.from(hkdfSync('sha256', idempotencyKey, 'servanda repeated request', 'answer', 32));

/** Seals the answer for whoever knows the idempotency key; base64. */
export function seal(idempotencyKey: string, answer: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, sealingKey(idempotencyKey), nonce);
  const sealed = Buffer.concat([cipher.update(answer, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Opens what `seal` made. Throws where the key is another or a bit was changed. */
export function open(idempotencyKey: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(algorithm, sealingKey(idempotencyKey), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
