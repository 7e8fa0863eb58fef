import { type Catalogue, calendarOverrides, reservations, type StateParty } from '@servanda/catalogue';
import type pg from 'pg';
import { newId } from '../platform/ids.ts';

/** Brings the tables of obligations to the compiled catalogue; says whether anything had to change. */
export async function loadCatalogue(db: pg.Client, catalogue: Catalogue): Promise<boolean> {
  const { rows } = await db.query('SELECT 1 FROM catalogue_version WHERE version = $1 AND sha256 = $2', [catalogue.version, catalogue.sha256]);
  if (rows.length) return false;
  await db.query(
    `INSERT INTO obligation (code, article, ordinal, citation, title, section)
     SELECT * FROM jsonb_to_recordset($1) AS o(code text, article int, ordinal int, citation text, title text, section text)
     ON CONFLICT (code) DO UPDATE SET article = excluded.article, ordinal = excluded.ordinal, citation = excluded.citation, title = excluded.title, section = excluded.section`,
    [JSON.stringify(catalogue.obligations)],
  );
  const elements = catalogue.obligations.flatMap((o) => o.elements.map((e) => ({ ...e, section: o.section })));
  await db.query(
    `INSERT INTO element (code, obligation_code, article, ordinal, citation, title, section, wording, wording_sha256, rule)
     SELECT code, obligation, article, ordinal, citation, title, section, wording, "wordingSha256", rule
     FROM jsonb_to_recordset($1) AS e(code text, obligation text, article int, ordinal int, citation text, title text, section text, wording text, "wordingSha256" text, rule text)
     ON CONFLICT (code) DO UPDATE SET citation = excluded.citation, title = excluded.title, section = excluded.section,
       wording = excluded.wording, wording_sha256 = excluded.wording_sha256, rule = excluded.rule`,
    [JSON.stringify(elements)],
  );
  await db.query(
    'INSERT INTO catalogue_version (version, sha256) VALUES ($1, $2) ON CONFLICT (version) DO UPDATE SET sha256 = excluded.sha256, loaded_at = now()',
    [catalogue.version, catalogue.sha256],
  );
  return true;
}

/** Brings the States, their reservations on record and the printed dates to the curated data. */
export async function loadStates(db: pg.Client, states: StateParty[], source: string): Promise<void> {
  await db.query(
    `INSERT INTO state (iso3, name, status, type, signed_on, deposited_on, is_crc_party, has_reservation_or_declaration, note, source, source_line)
     SELECT iso3, name, status::state_status, type::adherence_type, "signedOn"::date, "depositedOn"::date, "isCrcParty", "hasReservationOrDeclaration", note, $2, "sourceLine"
     FROM jsonb_to_recordset($1) AS s(iso3 text, name text, status text, type text, "signedOn" text, "depositedOn" text, "isCrcParty" boolean, "hasReservationOrDeclaration" boolean, note text, "sourceLine" int)
     ON CONFLICT (iso3) DO UPDATE SET name = excluded.name, status = excluded.status, type = excluded.type, signed_on = excluded.signed_on, deposited_on = excluded.deposited_on,
       is_crc_party = excluded.is_crc_party, has_reservation_or_declaration = excluded.has_reservation_or_declaration, note = excluded.note, source = excluded.source, source_line = excluded.source_line`,
    [JSON.stringify(states), source],
  );
  for (const r of reservations)
    await db.query(
      'INSERT INTO reservation (id, iso3, provision, kind, summary, source) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (iso3, provision, kind) DO UPDATE SET summary = excluded.summary, source = excluded.source',
      [newId(), r.iso3, r.provision, r.kind, r.summary, r.source],
    );
  for (const o of calendarOverrides)
    await db.query(
      'INSERT INTO calendar_override (id, iso3, event, "on", source) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (iso3, event) DO UPDATE SET "on" = excluded."on", source = excluded.source',
      [newId(), o.iso3, o.event, o.on, o.source],
    );
}
