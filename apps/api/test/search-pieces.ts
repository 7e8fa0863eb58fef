// Pieces with the text of a file, as the reading job keeps it: what the specs of search look for.
import { EvidenceService } from '../src/evidence/evidence.service.ts';
import { Database } from '../src/platform/db/database.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { newId } from '../src/platform/ids.ts';
import type { Served } from './server.ts';

export const facts = {
  ...{ citation: '', originatorKind: null, collector: '', method: null, territory: '', coversWholeTerritory: null, population: '', translationOf: null },
  ...{ reviewBy: null, datedOn: null, inForceFrom: null, inForceTo: null, periodFrom: null, periodTo: null, confidentiality: 'internal' as const },
  ...{ language: 'en', link: null, summary: '' },
};
/** A piece with a file whose pages are these, as the reading job keeps them; its id. */
export async function keptPiece(served: Served, scope: Scope, of: string, title: string, language: string, pages: string[], how: object = {}): Promise<string> {
  const body = { ...facts, kind: 'law' as const, title, originator: 'Parliament', language, ...how };
  const added = await served.app.get(EvidenceService).add(scope, { params: { id: of }, query: undefined, body });
  const file = newId();
  await served.app.get(Database).hotWrite(scope, async (sql) => {
    await sql(
      "INSERT INTO evidence_file (organisation_id, id, evidence_id, name, media_type, size_bytes, sha256, stored_by, stored_at) VALUES ($1, $2, $3, 'text.pdf', 'application/pdf', 1, $4, $5, now())",
      [...[scope.organisation, file, added.id, file.replaceAll('-', '').padEnd(64, '0'), scope.person]],
    );
    await sql(
      "INSERT INTO evidence_text (organisation_id, file_id, dossier_id, evidence_id, state, pages, has_pages, changed_at) VALUES ($1, $2, $3, $4, 'done', $5, true, now())",
      [...[scope.organisation, file, of, added.id, pages.length]],
    );
    await sql(
      'INSERT INTO evidence_page (organisation_id, file_id, number, dossier_id, evidence_id, starts_at, text) SELECT $1, $2, p.n, $3, $4, 0, p.text FROM unnest($5::text[]) WITH ORDINALITY AS p(text, n)',
      [...[scope.organisation, file, of, added.id, pages]],
    );
  });
  return added.id;
}
