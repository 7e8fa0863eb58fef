/** Bytes below which a secret is refused in production. */
const least = 32;
/** Words that stand in examples; what is left without them must be secret enough by itself. */
const borrowed = /pass(word|wort)?|secret|change.?me|example|default|servanda|postgres|admin|test|123456|[-_. ]/gi;

/** Why a secret is not one, or null. `openssl rand -base64 48` makes a good one. */
export function weakness(secret: string): string | null {
  if (Buffer.byteLength(secret) < least) return `is shorter than ${least} bytes`;
  if (new Set(secret).size < 10) return 'repeats few characters';
  return secret.replace(borrowed, '').length < 20 ? 'is made of words from examples' : null;
}

/** Throws one sentence that names every weak secret, never its value. */
export function refuseWeakSecrets(secrets: Record<string, string | undefined>): void {
  const weak = Object.entries(secrets).flatMap(([name, secret]) => {
    const why = secret === undefined ? null : weakness(secret);
    return why ? [`${name} ${why}`] : [];
  });
  if (weak.length) throw new Error(`The settings cannot be used in production: ${weak.join('; ')}. Make a secret with: openssl rand -hex 32`);
}
