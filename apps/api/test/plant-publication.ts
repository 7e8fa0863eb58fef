// A release of a dossier, published as its lead would.
import type { DossierRelease, ReleaseChoice, ReleasePreview } from '@servanda/contract';
import type pg from 'pg';
import type { Scope } from '../src/platform/db/scope.ts';
import { PublicationsQueries } from '../src/publications/publications.queries.ts';
import { Publications } from '../src/publications/publications.service.ts';
import { plantSaying, plantStatement } from './plant-statement.ts';
import type { Served } from './server.ts';

export const everything: ReleaseChoice = {
  parts: { articles: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], reasons: true, evidence: true, files: true },
  language: 'en',
  note: '',
  erratumOf: null,
  decisions: [],
};

/** What would be published of a dossier, everything found let stand, and what its preview shows. */
export async function previewed(
  served: Served,
  scope: Scope,
  dossier: string,
  more: Partial<ReleaseChoice> = {},
): Promise<{ choice: ReleaseChoice; preview: ReleasePreview }> {
  const look = (body: ReleaseChoice) => served.app.get(PublicationsQueries).preview(scope, { params: { id: dossier }, query: undefined, body });
  const first = { ...everything, ...more };
  const { findings } = await look(first);
  const choice = { ...first, decisions: [...first.decisions, ...findings.map(({ key }) => ({ key, decision: 'publish' as const }))] };
  return { choice, preview: await look(choice) };
}

/** Publishes a dossier with all that is public, deciding that everything found may stand. */
export async function published(served: Served, scope: Scope, dossier: string, more: Partial<ReleaseChoice> = {}): Promise<DossierRelease> {
  const { choice, preview } = await previewed(served, scope, dossier, more);
  return served.app.get(Publications).publish(scope, { params: { id: dossier }, query: undefined, body: { choice, preview: preview.sha256 } });
}

/** And withdraws it. */
export const withdrawn = (served: Served, scope: Scope, dossier: string, publication: string): Promise<DossierRelease> =>
  served.app.get(Publications).withdraw(scope, { params: { id: dossier, publication }, query: undefined, body: { reason: 'A figure was wrong' } });

/** A row in each table of publications, for the suite that looks at them from outside. */
export async function plantPublication(served: Served, superuser: pg.Client, scope: Scope, dossier: string): Promise<void> {
  const { id } = await published(served, scope, dossier);
  await withdrawn(served, scope, dossier, id);
  const own = [scope.organisation, scope.person];
  await superuser.query("INSERT INTO publication_bytes VALUES ($1, encode(sha256('x'), 'hex'), 'x')", [scope.organisation]);
  await superuser.query("INSERT INTO publication_file VALUES ($1, $2, $2, 'a.pdf', 'application/pdf', 1, encode(sha256('x'), 'hex'))", [
    scope.organisation,
    id,
  ]);
  await superuser.query("INSERT INTO publication_proposal VALUES ($1, $2, $3, '{}', repeat('a', 64), $2, 'lead', now())", [...own, dossier]);
  await superuser.query("INSERT INTO publication_proposal_end VALUES ($1, $2, 'dropped', $2, now())", own);
  await superuser.query('INSERT INTO publication_rule VALUES ($1, 1, false, $2, now())', own);
  const whose = { ...scope, dossier };
  await superuser.query("INSERT INTO publication_statement_withdrawal VALUES ($1, $2, 'A figure was wrong', now())", [
    scope.organisation,
    await plantStatement(superuser, whose),
  ]);
  const saying = await plantSaying(superuser, whose, id);
  await superuser.query("INSERT INTO publication_statement_proposal_end VALUES ($1, $2, 'dropped', $3, now())", [scope.organisation, saying, scope.person]);
}
