// Rows of a ledger for tests that need them ready: a dossier by its service, evidence as the runtime role.
import type { EvidenceKind } from '@servanda/contract';
import { DossiersService } from '../src/dossiers/dossiers.service.ts';
import { Database } from '../src/platform/db/database.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { newId } from '../src/platform/ids.ts';
import type { Served } from './server.ts';

/** Opens a dossier on the scope's State; 5.3 does not apply, for its facts, nor 12.2-2. Returns its id. */
export async function openedDossier(served: Served, scope: Scope, title = 'The Optional Protocol in Aruna'): Promise<string> {
  const unknown = { answer: null, basis: '' };
  const facts = {
    extraditionConditionalOnTreaty: { answer: true, basis: 'Extradition Act, section 3' },
    laterExtraditionTreaty: unknown,
    inPositionToAssist: unknown,
  };
  const dossier = await served.app.get(DossiersService).open(scope, { iso3: scope.iso3 ?? 'XAA', title, periodFrom: null, periodTo: null, facts });
  return dossier.id;
}

/** Adds a piece (a law unless said) to a dossier's library; returns its id. */
export async function addedEvidence(
  served: Served,
  scope: Scope,
  dossier: string,
  how: { kind?: EvidenceKind; title?: string; outOfDateOn?: string; isWithdrawn?: boolean } = {},
): Promise<string> {
  const id = newId();
  const at = how.isWithdrawn ? '2026-03-03T09:00:00Z' : '2026-03-02T09:00:00Z';
  await served.app.get(Database).hotWrite(scope, async (sql) => {
    await sql(
      `INSERT INTO evidence (organisation_id, id, dossier_id, kind, title, citation, originator, originator_kind, language, in_force_from, in_force_to, confidentiality, summary, added_by, added_at, changed_at, withdrawn_at, withdrawn_reason)
       VALUES ($1, $2, $3, $9::evidence_kind, $4, 'Gazette 12/2024', 'Parliament', 'court', 'en', '1961-01-01', $5::date - 1, 'public', '', $6, '2026-03-02T09:00:00Z', '2026-03-02T09:00:00Z', $7, $8)`,
      [
        scope.organisation,
        id,
        dossier,
        how.title ?? 'Penal Code',
        how.outOfDateOn ?? null,
        scope.person,
        how.isWithdrawn ? '2026-03-03T09:00:00Z' : null,
        how.isWithdrawn ? 'Entered twice' : null,
        how.kind ?? 'law',
      ],
    );
    await sql(
      `INSERT INTO evidence_revision (organisation_id, evidence_id, number, content, recorded_by, recorded_at)
       SELECT organisation_id, id, version, jsonb_build_object('kind', kind, 'title', title, 'citation', citation, 'originator', originator, 'language', language, 'datedOn', dated_on,
         'inForceFrom', in_force_from, 'inForceTo', in_force_to, 'periodFrom', period_from, 'periodTo', period_to, 'confidentiality', confidentiality, 'link', link, 'summary', summary, 'originatorKind', originator_kind)
         || CASE WHEN withdrawn_at IS NULL THEN '{}' ELSE jsonb_build_object('withdrawn', jsonb_build_object('reason', withdrawn_reason)) END, added_by, $3
       FROM evidence WHERE organisation_id = $1 AND id = $2`,
      [scope.organisation, id, at],
    );
  });
  return id;
}
