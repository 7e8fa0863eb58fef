import { readFileSync } from 'node:fs';

type Environment = Record<string, string | undefined>;

/**
 * Settings whose value stands in a file: `NAME_FILE=/run/secrets/name` gives `NAME` the file's text, without the line end.
 * Throws a sentence where a file cannot be read, or where both forms are given.
 */
export function withFiles(env: Environment, names: readonly string[]): Environment {
  const read = { ...env };
  for (const name of names) {
    const path = env[`${name}_FILE`];
    if (!path) continue;
    if (env[name]) throw new Error(`The settings cannot be used: give either ${name} or ${name}_FILE, not both.`);
    try {
      read[name] = readFileSync(path, 'utf8').trimEnd();
    } catch {
      throw new Error(`The settings cannot be used: the file of ${name}_FILE cannot be read.`);
    }
  }
  return read;
}
