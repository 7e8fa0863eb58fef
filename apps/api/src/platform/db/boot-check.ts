import { refusesContext } from './context.ts';
import type { Database } from './database.ts';
import { mintScope } from './scope.ts';

/** Refuses to serve on a connection to which row-level security does not apply. Throws a sentence with the remedy. */
export async function checkRuntimeRole(db: Database): Promise<void> {
  const [role] = await db.unscoped<{ name: string; strong: boolean; owns: boolean }>(
    `SELECT current_user AS name, rolsuper OR rolbypassrls AS strong,
       EXISTS (SELECT 1 FROM pg_class WHERE relowner = pg_roles.oid AND relkind IN ('r', 'p')) AS owns
     FROM pg_roles WHERE rolname = current_user`,
  );
  if (!role || role.strong || role.owns)
    throw new Error(
      `The API will not run as the database role "${role?.name}": it is a superuser, bypasses row-level security or owns tables, so isolation would be void. Give APP_DATABASE_URL the role servanda_app.`,
    );
}

/** Refuses to serve where the database does not take the scopes that this API signs. Throws a sentence with the remedy. */
export async function checkContext(db: Database): Promise<void> {
  const organisation = '00000000-0000-4000-8000-000000000000';
  const probe = mintScope({
    ...{ organisation, organisationKind: 'operator', iso3: null, person: organisation, personName: '', role: 'viewer', body: null },
    ...{ session: null, key: null, confirmedAt: null },
  });
  await db.meetClock();
  const taken = await db
    .read(probe, (sql) => sql<{ is: boolean }>('SELECT app.organisation() = $1::uuid AS is', [organisation]))
    .catch((error: unknown) => {
      if (refusesContext(error)) return [];
      throw error;
    });
  if (!taken[0]?.is)
    throw new Error(
      'The API will not run: the database does not know the key that signs its scopes. Give CONTEXT_KEY the key that `prepare` was run with, or run `prepare` with this one.',
    );
}
