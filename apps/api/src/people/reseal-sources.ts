// Seals sources anew by the newest SOURCE_KEY, organisation by organisation: the owner of the tables sees those of one at a time.
import type { SealedPlace, SourceSeal } from '../platform/source-seal.ts';
import type { OwnerConnection, Resealed } from './reseal.ts';

/** Throws, and changes nothing, where a key is missing or bytes were changed. What was erased is gone. */
export async function resealSources(db: OwnerConnection, seal: SourceSeal): Promise<Resealed> {
  const done = { what: 'sources', resealed: 0, current: 0 };
  const { rows: organisations } = await db.query<{ id: string }>('SELECT DISTINCT organisation_id AS id FROM source ORDER BY 1');
  for (const { id } of organisations) {
    await db.query("SELECT set_config('app.erasing', $1, true)", [id]);
    const { rows } = await db.query<SealedPlace & { sealed: Buffer }>(
      'SELECT organisation_id AS organisation, source_id AS source, number, sealed FROM source_revision WHERE organisation_id = $1 AND sealed IS NOT NULL ORDER BY 2, 3 FOR UPDATE',
      [id],
    );
    const old = rows.filter((row) => !seal.isByNewest(row, row.sealed));
    for (const row of old)
      await db.query('UPDATE source_revision SET sealed = $4 WHERE organisation_id = $1 AND source_id = $2 AND number = $3 AND sealed IS NOT NULL', [
        ...[id, row.source, row.number],
        seal.seal(row, seal.open(row, row.sealed)),
      ]);
    done.resealed += old.length;
    done.current += rows.length - old.length;
  }
  await db.query("SELECT set_config('app.erasing', '', true)");
  return done;
}
