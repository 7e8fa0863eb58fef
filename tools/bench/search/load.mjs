// One dossier with a hundred thousand pieces and half a gigabyte of text in their files, and the index of it as the triggers would make it.
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { languages, numbers, wordsOf, writer } from './texts.mjs';

const kinds = ['law', 'judgment', 'policy', 'budget', 'statistics', 'training_record', 'institution', 'agreement', 'report'];
const originators = ['state_body', 'court', 'national_institution', 'civil_society', 'international_body', 'academic', 'media', 'other'];

/** The language at a place between 0 and 1, each as wide as its share. */
function languageAt(place) {
  let from = 0;
  for (const [language, part] of Object.entries(languages)) {
    from += part;
    if (place < from) return language;
  }
  return 'en';
}

/** Pieces with their pages, one after the other; of each, lines for COPY. */
function* written({ pieces, bytesEach, pagesEach }) {
  const next = numbers(42);
  const write = Object.fromEntries(Object.keys(languages).map((language) => [language, writer(language, wordsOf(language), next)]));
  for (let n = 0; n < pieces; n++) {
    const language = languageAt(next());
    const [title, summary] = [write[language](60), write[language](200)];
    const pages = Array.from({ length: pagesEach }, () => write[language](bytesEach / pagesEach));
    yield { id: randomUUID(), file: randomUUID(), n, language, title: title.trim(), summary, pages };
  }
}
const copy = (db, statement, lines) => pipeline(Readable.from(lines), db.query(copyFrom(statement)));

/** Fills the database; `told` hears how far it is. @returns {{ organisation: string, dossier: string, bytes: number }} */
export async function loadTexts(db, url, { pieces, bytesEach, pagesEach }, told) {
  const [organisation, dossier] = [randomUUID(), randomUUID()];
  await db.query('SET session_replication_role = replica');
  await db.query("INSERT INTO organisation (id, kind, name) VALUES ($1, 'ngo', 'Search')", [organisation]);
  await db.query("INSERT INTO person (id, email, name) VALUES ($1, 'lead@search.example', 'Lead auditor')", [organisation]);
  await db.query("INSERT INTO membership (organisation_id, person_id, role) VALUES ($1, $1, 'lead')", [organisation]);
  await db.query(
    `INSERT INTO dossier (organisation_id, id, kind, iso3, title, catalogue_version, facts, opened_by, opened_at) VALUES ($1, $2, 'independent', 'XAA', 'Search', (SELECT version FROM catalogue_version LIMIT 1),
     '{"extraditionConditionalOnTreaty":{"answer":null,"basis":""},"laterExtraditionTreaty":{"answer":null,"basis":""},"inPositionToAssist":{"answer":null,"basis":""}}', $1, now() - interval '300 days')`,
    [organisation, dossier],
  );
  const side = new pg.Client({ connectionString: url });
  await side.connect();
  await side.query('SET session_replication_role = replica; SET synchronous_commit = off');
  const day = (n) => new Date(Date.UTC(2010, 0, 1) + (n % 5000) * 86_400_000).toISOString().slice(0, 10);
  let bytes = 0;
  let batch = [];
  const flush = async () => {
    const rows = batch;
    batch = [];
    await copy(
      side,
      'COPY evidence (organisation_id, id, dossier_id, kind, title, citation, originator, originator_kind, language, dated_on, confidentiality, summary, added_by, added_at, changed_at) FROM STDIN',
      rows.map(
        (p) =>
          `${[organisation, p.id, dossier, kinds[p.n % 9], p.title, `Gazette ${p.n}`, `Ministry ${p.n % 7}`, originators[p.n % 8], p.language, day(p.n), p.n % 50 ? 'internal' : 'public', p.summary, organisation, '2026-01-01', '2026-01-01'].join('\t')}\n`,
      ),
    );
    await copy(
      side,
      'COPY evidence_file (organisation_id, id, evidence_id, name, media_type, size_bytes, sha256, stored_by, stored_at) FROM STDIN',
      rows.map(
        (p) =>
          `${[organisation, p.file, p.id, `text-${p.n}.pdf`, 'application/pdf', 1, p.file.replaceAll('-', '').padEnd(64, '0'), organisation, '2026-01-01'].join('\t')}\n`,
      ),
    );
    await copy(
      side,
      'COPY evidence_text (organisation_id, file_id, dossier_id, evidence_id, state, pages, has_pages, changed_at, identity, identity_count) FROM STDIN',
      rows.map((p) => `${[organisation, p.file, dossier, p.id, 'done', p.pages.length, true, '2026-01-01', '[]', 0].join('\t')}\n`),
    );
    await copy(
      side,
      'COPY evidence_page (organisation_id, file_id, number, dossier_id, evidence_id, starts_at, text) FROM STDIN',
      rows.flatMap((p) => p.pages.map((text, i) => `${[organisation, p.file, i + 1, dossier, p.id, 0, text].join('\t')}\n`)),
    );
    // As the triggers do, without the indexes, which are made at the end.
    await side.query(
      `INSERT INTO search_text (organisation_id, source, source_id, number, dossier_id, evidence_id, words)
       SELECT p.organisation_id, 'page', p.file_id, p.number, p.dossier_id, p.evidence_id, app.search_vector(e.language, p.text)
       FROM evidence e JOIN evidence_page p ON p.organisation_id = e.organisation_id AND p.evidence_id = e.id AND p.dossier_id = e.dossier_id WHERE e.organisation_id = $1 AND e.id = ANY ($2)`,
      [organisation, rows.map((p) => p.id)],
    );
    await side.query(
      `INSERT INTO search_text (organisation_id, source, source_id, number, dossier_id, evidence_id, words, near)
       SELECT e.organisation_id, 'piece', e.id, 0, e.dossier_id, e.id, setweight(app.search_vector(e.language, e.title), 'A') || setweight(app.search_vector(e.language, e.citation || ' / ' || e.originator), 'B')
         || setweight(app.search_vector(e.language, e.summary), 'C'), app.search_near(app.search_bare(app.search_plain(e.title))) FROM evidence e WHERE e.organisation_id = $1 AND e.id = ANY ($2)`,
      [organisation, rows.map((p) => p.id)],
    );
  };
  const { rows: indexes } = await side.query(
    "SELECT indexname AS name, indexdef AS made FROM pg_indexes WHERE tablename = 'search_text' AND indexname IN ('search_text_pages', 'search_text_others')",
  );
  for (const { name } of indexes) await side.query(`DROP INDEX ${name}`);
  for (const piece of written({ pieces, bytesEach, pagesEach })) {
    bytes += piece.pages.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    batch.push(piece);
    if (batch.length === 2000) {
      await flush();
      if ((piece.n + 1) % 20_000 === 0) told(`${piece.n + 1} pieces, ${Math.round(bytes / 1e6)} MB of text`);
    }
  }
  if (batch.length) await flush();
  await side.query("SET maintenance_work_mem = '512MB'");
  for (const { name, made } of indexes) {
    await side.query(made);
    await side.query(`ALTER INDEX ${name} ALTER COLUMN 3 SET STATISTICS 0`);
  }
  for (const language of Object.keys(languages)) {
    const words = wordsOf(language);
    for (const text of slices(words)) await side.query('SELECT app.search_learn($1, $2, $3, ARRAY[$4])', [organisation, dossier, language, text]);
  }
  await side.query('UPDATE dossier SET facts = facts || \'{"filled":true}\' WHERE id = $1', [dossier]);
  await side.query('VACUUM ANALYZE');
  await side.end();
  await db.query('SET session_replication_role = DEFAULT');
  return { organisation, dossier, bytes };
}
/** Texts no longer than are learnt at once. */
function slices(words) {
  const texts = [];
  for (let i = 0; i < words.length; i += 5000) texts.push(words.slice(i, i + 5000).join(' '));
  return texts;
}
