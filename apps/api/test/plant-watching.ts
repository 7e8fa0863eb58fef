// A row in each table of what a person follows, for the suite that looks at them from outside.
import type pg from 'pg';

export async function plantWatching(superuser: pg.Client, { organisation, person }: { organisation: string; person: string }): Promise<void> {
  const own = [organisation, person];
  await superuser.query("INSERT INTO follow VALUES ($1, $2, gen_random_uuid(), 'XAA', NULL, NULL, NULL, now())", own);
  await superuser.query("INSERT INTO news VALUES ($1, $2, gen_random_uuid(), 'release', gen_random_uuid(), '{}', '{state}', now(), now(), 'none', NULL)", own);
  await superuser.query("INSERT INTO digest_choice VALUES ($1, $2, 'daily', 'UTC', now())", own);
}
