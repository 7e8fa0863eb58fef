// Where search engines find the pages; in each language by its alternates in the page itself.
import { html } from '../../platform/http/docs/markup.ts';
import { elementAddress, elementsAddress, statesComparedAddress } from '../comparisons/addresses.ts';
import { elementOrder } from '../comparisons/comparisons.queries.ts';
import { releaseAddress, stateAddress } from './addresses.ts';
import type { Listed } from './portal.queries.ts';

export function sitemap(states: readonly Listed[], releases: readonly { id: string; iso3: string; publishedOn: string }[], origin: string): string {
  const newest = new Map(releases.toReversed().map(({ iso3, publishedOn }) => [iso3, publishedOn]));
  const url = (path: string, on?: string) => html`<url><loc>${origin}${path}</loc>${on ? html`<lastmod>${on}</lastmod>` : null}</url>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${url('/public')}${url(statesComparedAddress)}${url(elementsAddress)}${elementOrder.map((code) => url(elementAddress(code)))}${states.map(({ iso3 }) => url(stateAddress(iso3), newest.get(iso3)))}${releases.map(({ id, publishedOn }) => url(releaseAddress(id), publishedOn))}</urlset>
`}`;
}
