// A build of the API whose policy layer is switched off, and whose services may be made to believe that they work for
// another organisation: only row-level security is left. Modules are exchanged in the test's own loader; the product has
// no switch, so nothing in its environment can reach this.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import type { Signed } from '../../src/platform/db/context.ts';

const src = fileURLToPath(new URL('../../src', import.meta.url));
type Facts = Record<string, unknown>;
const sources = (ending: string) => readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(ending));
const isMay = (value: object): boolean => 'allowed' in value && 'because' in value;

/** Everything is allowed: each `May` within an answer becomes a yes. */
function opened(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (isMay(value)) return { allowed: true, because: null };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, opened(inner)]));
}
const openedPolicy = (policy: Facts): Facts =>
  Object.fromEntries(
    Object.entries(policy).map(([name, rule]) => [
      name,
      typeof rule !== 'function' ? rule : name === 'refusalAt' ? () => null : (...asked: unknown[]) => opened(rule(...asked)),
    ]),
  );

/** Whom the services are made to believe they work for; null: the truth. */
export const belief: { organisation: string | null } = { organisation: null };

/** Exchanges the policies, the minting of scopes and their signing. Import the API after this. */
export async function switchOffPolicies(): Promise<string[]> {
  const policies = sources('.policy.ts').map((path) => `${src}/${path}`);
  const real = new Map<string, Facts>();
  for (const path of policies) real.set(path, await import(path));
  const signing = import('../../src/platform/db/context.ts');
  await signing;
  jest.resetModules();
  for (const path of policies) {
    const { policy, ...rest } = real.get(path) ?? {};
    if (!policy || typeof policy !== 'object') throw new Error(`${path} exports no \`policy\`: say here how it is switched off.`);
    jest.unstable_mockModule(path, () => ({ ...rest, policy: openedPolicy({ ...policy }) }));
  }
  const truth = new WeakMap<object, Signed>();
  jest.unstable_mockModule(`${src}/platform/db/scope.ts`, () => ({
    mintScope: (facts: Signed) => {
      const scope = belief.organisation ? { ...facts, organisation: belief.organisation } : facts;
      truth.set(scope, facts);
      return scope;
    },
  }));
  const { contextKeyId, refusesContext, outside, ContextSigner } = await signing;
  jest.unstable_mockModule(`${src}/platform/db/context.ts`, () => ({
    contextKeyId,
    refusesContext,
    outside,
    /** Signs the truth, whatever the services believe. */
    ContextSigner: class extends ContextSigner {
      override sign(scope: Signed): string {
        return super.sign(truth.get(scope) ?? scope);
      }
    },
  }));
  return policies;
}

/** The words by which the product could be told to leave its policies out, in any of its sources. */
export const switches = (): string[] =>
  sources('.ts').filter((path) => /\b(skip|disable|without|no)[_-]?(policy|policies|rls|allow)/i.test(readFileSync(`${src}/${path}`, 'utf8')));
