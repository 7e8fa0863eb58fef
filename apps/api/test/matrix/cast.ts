// Who knocks in the matrix: every role of each kind of organisation, and a second government.
import type { OrganisationKind, Role } from '@servanda/contract';
import type pg from 'pg';
import { foundOrganisation } from '../../src/demo/people.ts';
import { addInventedStates } from '../../src/demo/states.ts';

export const roles: readonly Role[] = ['lead', 'reviewer', 'contributor', 'viewer'];
export const tenants = {
  aruna: { kind: 'government', iso3: 'XAA' },
  watch: { kind: 'ngo', iso3: null },
  institute: { kind: 'nhri', iso3: null },
  belmora: { kind: 'government', iso3: 'XAB' },
  operator: { kind: 'operator', iso3: null },
} as const satisfies Record<string, { kind: OrganisationKind; iso3: string | null }>;
export type Tenant = keyof typeof tenants;
export const tenantNames = Object.keys(tenants).filter((name): name is Tenant => name in tenants);
/** The ledgers: whoever keeps dossiers. */
export const ledgers = tenantNames.filter((name) => tenants[name].kind !== 'operator');
/** Whose things are put before a tenant as foreign ones. */
export const strangerOf = (tenant: Tenant): Tenant => ledgers[(ledgers.indexOf(tenant) + 1) % ledgers.length] ?? 'aruna';

/** A word that is found nowhere but in this tenant: in its content (`text`), or in the names of its people and of itself (`name`). */
export const canary = (tenant: Tenant, kind: 'text' | 'name') => `canary-${tenant}-${kind}`;
/** The tenants whose words stand in a text. */
export const canariesIn = (text: string, kinds: 'text' | 'text|name' = 'text|name'): Set<string> =>
  new Set([...text.matchAll(new RegExp(`canary-(\\w+)-(?:${kinds})`, 'g'))].map(([, tenant]) => tenant ?? ''));

export const addressOf = (tenant: Tenant, role: Role) => `${role}.${canary(tenant, 'name')}@matrix.example`;

/** Founds the organisations with a member in each role; works as the owner of the tables. */
export async function foundTenants(db: pg.Client): Promise<Record<Tenant, string>> {
  await addInventedStates(db);
  const found: Partial<Record<Tenant, string>> = {};
  for (const tenant of tenantNames) {
    const { kind, iso3 } = tenants[tenant];
    const members = roles.map((role) => ({ email: addressOf(tenant, role), name: `${role} ${canary(tenant, 'name')}`, role }));
    const founded = await foundOrganisation(db, { kind, name: `Organisation ${canary(tenant, 'name')}`, ...(iso3 ? { iso3 } : {}) }, members);
    found[tenant] = founded.id;
  }
  return found as Record<Tenant, string>;
}
