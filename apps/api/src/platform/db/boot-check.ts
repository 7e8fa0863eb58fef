import type { Database } from './database.ts';

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
