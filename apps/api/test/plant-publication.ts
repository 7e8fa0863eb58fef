// A release of a dossier, published as its lead would.
import type { DossierRelease, ReleaseChoice } from '@servanda/contract';
import type { Scope } from '../src/platform/db/scope.ts';
import { PublicationsQueries } from '../src/publications/publications.queries.ts';
import { Publications } from '../src/publications/publications.service.ts';
import type { Served } from './server.ts';

export const everything: ReleaseChoice = {
  parts: { articles: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], reasons: true, evidence: true, files: true },
  language: 'en',
  note: '',
  erratumOf: null,
  decisions: [],
};

/** Publishes a dossier with all that is public, deciding that everything found may stand. */
export async function published(served: Served, scope: Scope, dossier: string, more: Partial<ReleaseChoice> = {}): Promise<DossierRelease> {
  const params = { id: dossier };
  const first = { ...everything, ...more };
  const { findings } = await served.app.get(PublicationsQueries).preview(scope, { params, query: undefined, body: first });
  const choice = { ...first, decisions: [...first.decisions, ...findings.map(({ key }) => ({ key, decision: 'publish' as const }))] };
  const { sha256 } = await served.app.get(PublicationsQueries).preview(scope, { params, query: undefined, body: choice });
  return served.app.get(Publications).publish(scope, { params, query: undefined, body: { choice, preview: sha256 } });
}

/** And withdraws it. */
export const withdrawn = (served: Served, scope: Scope, dossier: string, publication: string): Promise<DossierRelease> =>
  served.app.get(Publications).withdraw(scope, { params: { id: dossier, publication }, query: undefined, body: { reason: 'A figure was wrong' } });
