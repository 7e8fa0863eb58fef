import type { OrganisationKind, Role } from '@servanda/contract';
import type pg from 'pg';
import { hashPassword } from '../people/passwords.ts';
import { newId } from '../platform/ids.ts';

/** The password of every account of the demonstration world and of the tests. */
export const demoPassword = 'pacta-sunt-servanda';
let hashed: Promise<string> | undefined;

export interface NewOrganisation {
  kind: OrganisationKind;
  name: string;
  iso3?: string;
}
export interface NewMember {
  email: string;
  /** Posts, not persons: "Focal point". */
  name: string;
  role: Role;
  body?: string;
  status?: 'active' | 'suspended' | 'left' | 'invited';
  /** Further organisations of the same person. */
  createdAt?: Date;
}

/** Founds an organisation with its members; returns its id and theirs by e-mail. Works as the owner of the tables. */
export async function foundOrganisation(
  db: pg.Client,
  organisation: NewOrganisation,
  members: NewMember[],
): Promise<{ id: string; people: Map<string, string> }> {
  const id = newId();
  await db.query('INSERT INTO organisation (id, kind, name, iso3) VALUES ($1, $2, $3, $4)', [
    id,
    organisation.kind,
    organisation.name,
    organisation.iso3 ?? null,
  ]);
  hashed ??= hashPassword(demoPassword);
  const people = new Map<string, string>();
  for (const member of members) {
    const person = newId();
    await db.query('INSERT INTO person (id, email, name, created_at) VALUES ($1, $2, $3, $4)', [
      person,
      member.email,
      member.name,
      member.createdAt ?? new Date(),
    ]);
    await db.query('INSERT INTO credential (person_id, password_hash) VALUES ($1, $2)', [person, await hashed]);
    await db.query('INSERT INTO membership (organisation_id, person_id, role, status, body, created_at) VALUES ($1, $2, $3, $4, $5, $6)', [
      id,
      person,
      member.role,
      member.status ?? 'active',
      member.body ?? null,
      member.createdAt ?? new Date(),
    ]);
    people.set(member.email, person);
  }
  return { id, people };
}
