// Which comparison stands under an address.
import { mostDossiersCompared } from '@servanda/contract';
import type { Edition } from '../portal/edition.ts';
import type { Page } from '../portal/frame.ts';
import { type ComparisonAsked, idOr } from './asked.ts';
import { changesPage } from './changes.page.ts';
import type { ComparisonsQueries } from './comparisons.queries.ts';
import { elementPage } from './element.page.ts';
import { elementsPage } from './elements.page.ts';
import type { ComparisonRoute } from './routes.ts';
import { fitting, statesPage } from './states.page.ts';

/** An id that no release has: what was asked for and cannot be one. */
const nobody = '00000000-0000-0000-0000-000000000000';
export type Asked = ComparisonAsked & { article: number | null; page: number };

/** The page, or none: nothing was published under this name. */
export async function comparisonUnder(
  route: ComparisonRoute,
  { id, code }: { id: string; code: string },
  asked: Asked,
  edition: Edition,
  queries: ComparisonsQueries,
): Promise<Page | null> {
  switch (route) {
    case '/public/compare': {
      const dossiers = asked.dossier.flatMap((one) => idOr(one) ?? []);
      return statesPage(edition, await queries.states(fitting(asked.state), dossiers, asked.article), asked);
    }
    case '/public/elements':
      return elementsPage(edition, await queries.elements(asked.kind), asked.kind);
    case '/public/elements/:code': {
      const compared = await queries.element(code, { ...asked, limit: mostDossiersCompared, offset: (asked.page - 1) * mostDossiersCompared });
      return compared && elementPage(edition, compared, asked);
    }
    case '/public/publications/:id/changes': {
      const two = id ? await queries.changes(id, asked.since && (idOr(asked.since) ?? nobody)) : null;
      return two && changesPage(edition, two, asked.since);
    }
  }
}
