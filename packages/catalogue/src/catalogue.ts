import { canonicalJson } from './canonical-json.ts';
import { cutClauses } from './clauses.ts';
import { readCuration } from './curation.ts';
import { readText } from './data-files.ts';
import { CatalogueError } from './errors.ts';
import { flowOf } from './flow.ts';
import { makeNotes, makeOptional } from './notes.ts';
import { makeObligations } from './obligations.ts';
import { readRegister } from './register.ts';
import { segmentsOf } from './segments.ts';
import { readTreaty, sha256 } from './treaty-text.ts';
import type { Catalogue } from './types.ts';

/** Reads the treaty's text, lays the register over it and adds the curated words. Throws if any of them disagree. */
export function makeCatalogue(): Catalogue {
  const curation = readCuration();
  const source = readText('treaty.txt');
  const sourceSha256 = sha256(source);
  if (sourceSha256 !== curation.sourceSha256) {
    throw new CatalogueError(0, 'data/treaty.txt is not the text that the curated data was written for (its SHA-256 differs). Restore the file.');
  }
  const { provisions, repairs, drafts, articles } = readTreaty(source, curation);
  const flows = new Map(articles.map(({ number }) => [number, flowOf(drafts.filter(({ article }) => article === number))]));
  const entries = readRegister(flows, curation);
  const clauses = cutClauses(flows, entries, curation);
  const obligations = makeObligations(entries, clauses, drafts, curation);
  const notes = makeNotes(entries, clauses, flows, drafts, curation);
  const optional = makeOptional(clauses, drafts, curation);
  const content = {
    treaty: { ...curation.treaty, sourceSha256 },
    version: curation.version,
    provisions: provisions.map((provision, i) => {
      const draft = drafts[i]!;
      return { ...provision, segments: segmentsOf(draft, flows.get(draft.article), { clauses, obligations, entries, notes }) };
    }),
    repairs,
    shall: entries.map(({ offset: _offset, printedSection: _section, bodies: _bodies, ...entry }) => entry),
    obligations,
    notes,
    optional,
    sections: curation.sections,
  };
  return { ...content, sha256: sha256(canonicalJson(content)) };
}
