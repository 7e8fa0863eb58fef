import { ReleaseChoice } from '@servanda/contract';
import type { Scope } from '../platform/db/scope.ts';
import type { PublicationsQueries } from '../publications/publications.queries.ts';
import type { Publications } from '../publications/publications.service.ts';

/** Publishes the whole of a dossier as its lead would, who reads what was found and lets it stand: the world is invented. */
export async function publishAll(publications: Publications, queries: PublicationsQueries, scope: Scope, dossier: string, note: string): Promise<void> {
  const articles = Array.from({ length: 12 }, (_, i) => i + 1);
  const parts = { articles, reasons: true, evidence: true, files: true, criminalisation: true as const };
  const asked = { params: { id: dossier }, query: undefined };
  const first = await queries.preview(scope, { ...asked, body: ReleaseChoice.parse({ parts, language: 'en', note }) });
  const decisions = first.findings.map(({ key }) => ({ key, decision: 'publish' as const }));
  const choice = ReleaseChoice.parse({ parts, language: 'en', note, decisions });
  const { sha256 } = await queries.preview(scope, { ...asked, body: choice });
  await publications.publish(scope, { ...asked, body: { choice, preview: sha256 } });
}
