import type { OrganisationKind, Role } from '@servanda/contract';
import { mintScope, type Scope } from '../platform/db/scope.ts';
import { asOwner } from '../reference/owner.ts';
import type { Post } from './world/shapes.ts';

interface Seat {
  email: string;
  person: string;
  name: string;
  organisation: string;
  kind: OrganisationKind;
  iso3: string | null;
  role: Role;
  body: string | null;
}

/** The account's address: `lead@ngo` is `lead@ngo.example`. */
export const addressOf = (post: Post): string => `${post}.example`;

/** The scopes of the seated cast, as the session gate would mint them. Works as the owner of the tables. */
export async function scopesOf(adminUrl: string): Promise<(post: Post) => Scope> {
  const { rows } = await asOwner(adminUrl, (db) =>
    db.query<Seat>(
      `SELECT p.email, p.id AS person, p.name, o.id AS organisation, o.kind, o.iso3, m.role, m.body
       FROM membership m JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id WHERE m.status = 'active'`,
    ),
  );
  const scopes = new Map(
    rows.map((s) => [
      s.email,
      mintScope({
        organisation: s.organisation,
        organisationKind: s.kind,
        iso3: s.iso3,
        person: s.person,
        personName: s.name,
        role: s.role,
        body: s.body,
        session: null,
        key: null,
        confirmedAt: null,
      }),
    ]),
  );
  return (post) => {
    const scope = scopes.get(addressOf(post));
    if (!scope) throw new Error(`Nobody is seated as ${addressOf(post)}.`);
    return scope;
  };
}

/** The scope of somebody who works in a dossier of another organisation as a guest of its coalition, as the session gate would mint it. */
export const asGuest = (guest: Scope, host: Scope, dossier: string, home: string): Scope =>
  mintScope({
    ...guest,
    ...{ organisation: host.organisation, organisationKind: host.organisationKind, iso3: host.iso3 },
    ...{ role: 'contributor', body: home, guest: { dossier, home: guest.organisation } },
  });

/** Whether the cast is seated already. */
export const isSeated = (adminUrl: string): Promise<boolean> =>
  asOwner(adminUrl, async (db) => (await db.query('SELECT 1 FROM person WHERE email = $1', [addressOf('lead@government')])).rows.length > 0);
