// A row of the government's in each table of bodies, posts, keys and sign-in, for the suite of isolation.
import type pg from 'pg';
import type { Scope } from '../src/platform/db/scope.ts';

/** Somebody to work with: any other organisation. */
const partner = '(SELECT id FROM organisation WHERE id <> $1 ORDER BY created_at LIMIT 1)';

export async function plantOrganisations(superuser: pg.Client, { organisation, person }: Scope, dossier: string): Promise<void> {
  await superuser.query("INSERT INTO element_assignment VALUES ($1, $2, '3.2', 1, NULL, $3, 'assigned', $3, now())", [organisation, dossier, person]);
  await superuser.query(`INSERT INTO coalition_member VALUES ($1, $2, ${partner}, 'Partner', 'invited', $3, now())`, [organisation, dossier, person]);
  await superuser.query(`INSERT INTO coalition_hand VALUES ($1, $2, $3, ${partner}, 'Somebody', 'Partner')`, [organisation, dossier, person]);
  await superuser.query('INSERT INTO sign_in_rule (organisation_id, changed_at) VALUES ($1, now())', [organisation]);
  await superuser.query(
    "INSERT INTO api_key VALUES ($1, gen_random_uuid(), 'Program', 'read', 'servanda_abcd', sha256('key'), $2, now(), now() + interval '1 day')",
    [organisation, person],
  );
  await superuser.query("INSERT INTO identity_provider VALUES ($1, 'planted', 'https://issuer.example', 'client', '\\x00', '{}', '{}', true, 1, now())", [
    organisation,
  ]);
}
