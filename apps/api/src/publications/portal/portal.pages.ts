// Which page stands under an address: from what was asked to what is made.
import { findObligation } from '@servanda/catalogue';
import { Id, Lane } from '@servanda/contract';
import * as z from 'zod';
import { shows } from '../../gaps/contest.rules.ts';
import { ComparisonAsked } from '../comparisons/asked.ts';
import { comparisonUnder } from '../comparisons/comparison-pages.ts';
import type { ComparisonsQueries } from '../comparisons/comparisons.queries.ts';
import { isComparison } from '../comparisons/routes.ts';
import { dossierFeed, obligationFeed, stateFeed, wholeFeed } from '../news/feed.pages.ts';
import type { FeedQueries } from '../news/feed.queries.ts';
import type { PortalRoute } from './addresses.ts';
import { comparePage } from './compare.page.ts';
import { type Edition, editionOf, editions } from './edition.ts';
import { framed, missingPage, type Page } from './frame.ts';
import type { Made } from './kept-pages.ts';
import { matrixPage } from './matrix.page.ts';
import { obligationPage } from './obligation.page.ts';
import type { PortalQueries } from './portal.queries.ts';
import { releasePage } from './release.page.ts';
import { csvOfRelease } from './release-facts.ts';
import { sitemap } from './sitemap.ts';
import { statePage } from './state.page.ts';
import { statesPage } from './states.page.ts';

const one = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);
/** What may be asked of any page; whatever else is sent is as if it were not. */
const Asked = z.object({
  lang: one(z.enum(editions)).catch('en'),
  q: one(z.string().trim().max(80)).catch(''),
  published: one(z.literal('1').transform(() => true)).catch(false),
  page: one(z.coerce.number().int().min(1).max(1000)).catch(1),
  show: one(z.enum(shows)).nullable().catch(null),
  lane: one(Lane).nullable().catch(null),
  article: one(z.coerce.number().int().min(1).max(12)).nullable().catch(null),
});
export type Asked = z.infer<typeof Asked> & { comparison?: ComparisonAsked };
const Named = z.object({
  iso3: z
    .string()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/)
    .catch(''),
  id: Id.catch(''),
  code: z.string().max(20).catch(''),
});

/** What was asked, in the one form under which a page is kept. */
export const askedOf = (query: unknown, route?: PortalRoute): Asked => ({
  ...Asked.parse(query ?? {}),
  ...(route && isComparison(route) ? { comparison: ComparisonAsked.parse(query ?? {}) } : {}),
});

interface Sources {
  queries: PortalQueries;
  comparisons: ComparisonsQueries;
  feeds: FeedQueries;
  origin: string;
}
const page = (edition: Edition, made: Page, origin: string): Made => ({
  status: made.status,
  type: 'text/html; charset=utf-8',
  text: framed(edition, made, origin),
});

/** The answer under a route. */
export async function pageUnder(route: PortalRoute, params: unknown, asked: Asked, { queries, comparisons, feeds, origin }: Sources): Promise<Made> {
  const edition = editionOf(asked.lang);
  const of = { edition, feeds, origin };
  const { iso3, id, code } = Named.parse(params ?? {});
  const found = (made: Page | null) => page(edition, made ?? missingPage(edition, '/public'), origin);
  if (isComparison(route)) {
    const comparison = { ...(asked.comparison ?? ComparisonAsked.parse({})), article: asked.article, page: asked.page };
    return found(await comparisonUnder(route, { id, code }, comparison, edition, comparisons));
  }
  switch (route) {
    case '/public':
    case '/public/':
      return found(statesPage(edition, await queries.list(), asked));
    case '/public/states/:iso3': {
      const matter = iso3 ? await queries.state(iso3) : null;
      return found(matter && statePage(edition, matter));
    }
    case '/public/states/:iso3/criminalisation': {
      const matter = iso3 ? await queries.matrices(iso3) : null;
      return found(matter && matrixPage(edition, matter));
    }
    case '/public/publications/:id': {
      const matter = id ? await queries.release(id) : null;
      return found(matter && releasePage(edition, matter, origin));
    }
    case '/public/publications/:id/elements.csv': {
      const matter = id ? await queries.release(id) : null;
      if (matter?.release) return { status: 200, type: 'text/csv; charset=utf-8', text: csvOfRelease(matter.head, matter.release) };
      return found(matter && releasePage(edition, matter, origin));
    }
    case '/public/feed.atom':
      return wholeFeed(of);
    case '/public/states/:iso3/feed.atom':
      return (iso3 ? await stateFeed(of, iso3) : null) ?? found(null);
    case '/public/states/:iso3/obligations/:code/feed.atom':
      return (iso3 ? await obligationFeed(of, iso3, code) : null) ?? found(null);
    case '/public/dossiers/:id/feed.atom':
      return (id ? await dossierFeed(of, id) : null) ?? found(null);
    case '/public/sitemap.xml':
      return { status: 200, type: 'application/xml; charset=utf-8', text: sitemap(await queries.list(), await queries.sitemap(), origin) };
    case '/robots.txt':
      return {
        status: 200,
        type: 'text/plain; charset=utf-8',
        text: `User-agent: *\nAllow: /public\nAllow: /api/public/\nDisallow: /api/\nDisallow: /dossiers\n\nSitemap: ${origin}/public/sitemap.xml\n`,
      };
    case '/public/states/:iso3/compare': {
      const matter = iso3 ? await queries.state(iso3) : null;
      return found(matter && comparePage(edition, matter, { ...asked, show: asked.show ?? 'contested' }));
    }
    case '/public/states/:iso3/obligations/:code': {
      const obligation = findObligation(code);
      const matter = iso3 && obligation ? await queries.obligation(iso3, obligation) : null;
      return found(matter && obligation ? obligationPage(edition, matter, obligation, asked.show ?? 'all') : null);
    }
    case '/public/*':
      return found(null);
  }
}
