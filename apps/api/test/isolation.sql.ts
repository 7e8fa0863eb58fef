/**
 * Names every hole in the database's own catalogue, as rows { problem, object }; no row means none.
 * `app.told_at` is heeded in the demonstration world only, `app.erasing` for the owner alone.
 * Tenant table: one with a column organisation_id. Reachable: granted to the runtime role in any way.
 */
export const lintSql = `
WITH runtime AS (SELECT oid FROM pg_roles WHERE rolname = 'servanda_app'),
tables AS (
  SELECT c.oid, c.relname AS name, c.relkind AS kind, c.relrowsecurity AS secured, c.relforcerowsecurity AS forced, c.reloptions AS options,
    (SELECT a.attnum FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organisation_id' AND NOT a.attisdropped) AS tenant,
    has_table_privilege(runtime.oid, c.oid, 'SELECT, INSERT, UPDATE, DELETE') OR has_any_column_privilege(runtime.oid, c.oid, 'SELECT, INSERT, UPDATE') AS reachable
  FROM pg_class c CROSS JOIN runtime WHERE c.relnamespace IN ('public'::regnamespace, 'app'::regnamespace) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
), policies AS (
  SELECT t.oid AS table_oid, t.tenant, t.name || ' ' || p.polname AS name, p.polcmd AS command, p.polroles AS roles,
    coalesce(pg_get_expr(p.polqual, p.polrelid), '') AS rows_seen, coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') AS rows_written
  FROM pg_policy p JOIN tables t ON t.oid = p.polrelid
), definers AS (
  SELECT f.oid::regprocedure::text AS name, f.proconfig AS config, o.rolsuper OR o.rolbypassrls AS strong
  FROM pg_proc f JOIN pg_roles o ON o.oid = f.proowner WHERE f.prosecdef AND f.pronamespace IN ('public'::regnamespace, 'app'::regnamespace)
)
SELECT 'tenant table without row-level security' AS problem, name AS object FROM tables WHERE kind IN ('r', 'p') AND tenant IS NOT NULL AND NOT secured
UNION ALL SELECT 'tenant table that does not force it on the owner', name FROM tables WHERE kind IN ('r', 'p') AND tenant IS NOT NULL AND NOT forced
UNION ALL SELECT 'organisation_id may be null', t.name FROM tables t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = t.tenant WHERE t.kind IN ('r', 'p') AND NOT a.attnotnull
UNION ALL SELECT 'no index begins with organisation_id', t.name FROM tables t WHERE t.kind IN ('r', 'p') AND t.tenant IS NOT NULL AND t.reachable
  AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = t.oid AND i.indkey[0] = t.tenant AND i.indpred IS NULL)
UNION ALL SELECT 'policy calls a function for each row: wrap it in a sub-select', name FROM policies
  WHERE regexp_replace(rows_seen || ' ' || rows_written, 'SELECT app\\.\\w+\\(\\)', '', 'g') ~ 'app\\.\\w+\\('
UNION ALL SELECT 'policy of the runtime role is always true', p.name FROM policies p CROSS JOIN runtime WHERE (runtime.oid = ANY (p.roles) OR p.roles = '{0}') AND 'true' IN (p.rows_seen, p.rows_written)
UNION ALL SELECT 'foreign key between tenant tables leaves out organisation_id', a.name || ' ' || k.conname FROM pg_constraint k JOIN tables a ON a.oid = k.conrelid JOIN tables b ON b.oid = k.confrelid
  WHERE k.contype = 'f' AND a.tenant IS NOT NULL AND b.tenant IS NOT NULL AND NOT a.tenant = ANY (k.conkey)
UNION ALL SELECT 'view that does not check as its caller', name FROM tables WHERE kind = 'v' AND reachable AND NOT coalesce(options::text ~ 'security_invoker=(true|on|1|yes)', false)
UNION ALL SELECT 'materialised view or foreign table within reach: policies do not apply there', name FROM tables WHERE kind IN ('m', 'f') AND reachable
UNION ALL SELECT 'runtime role may empty, trigger on or refer to a table', t.name FROM tables t CROSS JOIN runtime WHERE t.kind IN ('r', 'p') AND has_table_privilege(runtime.oid, t.oid, 'TRUNCATE, TRIGGER, REFERENCES')
UNION ALL SELECT 'definer function without a fixed search_path', name FROM definers WHERE NOT coalesce(config::text LIKE '%search_path=%', false)
UNION ALL SELECT 'definer function of a superuser', name FROM definers WHERE strong
UNION ALL SELECT 'anyone may call a function of the schema app', f.oid::regprocedure::text FROM pg_proc f WHERE f.pronamespace = 'app'::regnamespace AND has_function_privilege('public', f.oid, 'EXECUTE')
UNION ALL SELECT 'anyone may connect to the database as the product prepares it', datname FROM pg_database WHERE datname = 'template' AND has_database_privilege('public', oid, 'CONNECT')
UNION ALL SELECT 'anyone may create temporary tables and functions in the database as the product prepares it', datname FROM pg_database WHERE datname = 'template' AND has_database_privilege('public', oid, 'TEMPORARY')
UNION ALL SELECT 'policy of the runtime role on a tenant table does not ask for the organisation', p.name FROM policies p CROSS JOIN runtime
  WHERE runtime.oid = ANY (p.roles) AND p.tenant IS NOT NULL AND (p.command <> 'a' AND p.rows_seen !~ 'app\\.organisation\\(\\)' OR p.command IN ('a', '*') AND p.rows_written !~ 'app\\.organisation\\(\\)'
    OR p.command = 'w' AND p.rows_written <> '' AND p.rows_written !~ 'app\\.organisation\\(\\)')
UNION ALL SELECT 'right of the runtime role on a tenant table without a policy for it', t.name || ' ' || c.name FROM tables t CROSS JOIN runtime
  CROSS JOIN (VALUES ('r', 'SELECT'), ('a', 'INSERT'), ('w', 'UPDATE'), ('d', 'DELETE')) c (command, name)
  WHERE t.kind IN ('r', 'p') AND t.tenant IS NOT NULL
  AND (has_table_privilege(runtime.oid, t.oid, c.name) OR (c.name <> 'DELETE' AND has_any_column_privilege(runtime.oid, t.oid, replace(c.name, 'DELETE', 'UPDATE'))))
  AND NOT EXISTS (SELECT 1 FROM policies p WHERE p.table_oid = t.oid AND runtime.oid = ANY (p.roles) AND p.command::text IN (c.command, '*'))
UNION ALL SELECT 'runtime role may change what is only ever added', c.relname FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_proc f ON f.oid = g.tgfoid CROSS JOIN runtime
  WHERE f.proname = 'append_only' AND (has_table_privilege(runtime.oid, c.oid, 'DELETE') OR has_any_column_privilege(runtime.oid, c.oid, 'UPDATE'))
UNION ALL SELECT 'the key of the scopes is within reach', a.attname::text FROM pg_attribute a CROSS JOIN runtime
  WHERE a.attrelid = 'app.context_key'::regclass AND a.attnum > 0 AND (has_column_privilege(runtime.oid, a.attrelid, a.attnum, 'SELECT, INSERT, UPDATE') OR has_table_privilege(runtime.oid, a.attrelid, 'DELETE'))
UNION ALL SELECT 'function beside app.context() reads the key of the scopes', f.oid::regprocedure::text FROM pg_proc f
  WHERE f.pronamespace IN ('public'::regnamespace, 'app'::regnamespace) AND f.prosrc ~ 'context_key' AND f.oid <> 'app.context()'::regprocedure
UNION ALL SELECT 'trusts a setting that anyone may set: take it from app.context()', f.oid::regprocedure::text FROM pg_proc f
  WHERE f.pronamespace IN ('public'::regnamespace, 'app'::regnamespace) AND f.prosrc ~ 'current_setting\\(''(?!app\\.(context|told_at|erasing)'')'
UNION ALL SELECT 'trusts a setting that anyone may set: take it from app.context()', name FROM policies WHERE rows_seen || rows_written ~ 'current_setting'
UNION ALL SELECT 'definer function within reach that does as it is told: ask the scope, or app.outside_only()', f.oid::regprocedure::text FROM pg_proc f CROSS JOIN runtime
  WHERE f.prosecdef AND f.pronamespace = 'app'::regnamespace AND has_function_privilege(runtime.oid, f.oid, 'EXECUTE') AND f.prorettype <> 'trigger'::regtype
  AND f.prosrc !~ 'app\\.(outside|organisation\\(|person\\(|session\\(|is_operator\\()'
  -- Names of migrations and a switch; the provider behind a sign-in name, its secret sealed; whether an entry was redacted; which kinds of factor somebody has; a letter into the outbox.
  AND f.proname NOT IN ('context', 'migrations', 'shows_outbox', 'journal_is_redacted', 'second_factors_of', 'queue_mail', 'provider_for')
ORDER BY 1, 2`;
