import { createHash } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// `algorithm: 2` is argon2id. OWASP's second recommended setting for argon2id: 19 MiB, two passes, one lane (ASVS V11.4.2).
const settings = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 4;
let running = 0;
const waiting: (() => void)[] = [];

/** At most four hashes at a time: a flood of sign-ins must not take the memory of everyone else. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** Hash of a password as typed. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, settings));

/** Compared for an unknown address too, so that time tells nobody which addresses have an account. */
const nobody = hashPassword('an address without an account');

/** Whether `password` belongs to `stored`; with `null` for an unknown address it takes as long and is false. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await nobody);
  const right = await inTurn(() => verify(against, password));
  return right && stored !== null;
}

/** By which a stored hash is known again without being shown; `app.password_stands` compares it. */
export const passwordMark = (stored: string): string => createHash('sha256').update(stored).digest('hex');
