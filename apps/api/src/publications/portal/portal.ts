// Serves the public pages: HTML without scripts, read in the public's own role. No doors, for programs read the same at /api/public.
import type { INestApplicationContext } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../platform/config.ts';
import { holdsAlready } from '../../platform/http/if-none-match.ts';
import { sendProblem } from '../../platform/http/problem.filter.ts';
import { Rates } from '../../platform/http/rates.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { Log } from '../../platform/logs/log.ts';
import { ComparisonsQueries } from '../comparisons/comparisons.queries.ts';
import { FeedQueries } from '../news/feed.queries.ts';
import { type PortalRoute, portalRoutes } from './addresses.ts';
import { editionOf } from './edition.ts';
import { awayPage, framed } from './frame.ts';
import { encodingFor, KeptPage, KeptPages } from './kept-pages.ts';
import { askedOf, pageUnder } from './portal.pages.ts';
import { PortalQueries } from './portal.queries.ts';
import { Pulse } from './pulse.ts';
import { style, styleAddress } from './style.ts';

const policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const fresh = 'public, max-age=60, stale-while-revalidate=600';

/** Addresses that are known by heart at most. */
const mostAddresses = 5000;

/** Whether the asker has it already: by its tag, or, where none was sent, by its moment (RFC 9110, 13.2.2). */
function isHeld({ headers }: FastifyRequest, { etag, made: { modified } }: KeptPage): boolean {
  const tag = headers['if-none-match'];
  if (tag !== undefined) return holdsAlready(tag, etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return modified !== undefined && Math.floor(modified.getTime() / 1000) * 1000 <= since;
}

/** Lays the routes of the portal beside the doors. */
export function servePortal(server: FastifyInstance, app: INestApplicationContext): void {
  const { publicUrl: origin } = app.get<Config>(CONFIG);
  const [queries, comparisons, feeds, pulse, rates, log] = [
    app.get(PortalQueries),
    app.get(ComparisonsQueries),
    app.get(FeedQueries),
    app.get(Pulse),
    app.get(Rates),
    app.get(Log),
  ];
  const pages = new KeptPages();
  /** Under which key the page of an address is kept: many addresses, one page. */
  const keys = new Map<string, string>();
  let at = '';

  async function made(route: PortalRoute, request: FastifyRequest): Promise<KeptPage> {
    const stamp = await pulse.stamp();
    if (stamp !== at) pages.clear();
    at = stamp;
    const met = keys.get(request.url);
    const quick = met && pages.get(met);
    if (quick) return quick;
    const asked = askedOf(request.query, route);
    const key = JSON.stringify([route, request.params, asked]);
    const known = pages.get(key);
    if (known && request.url.length < 300) {
      if (keys.size >= mostAddresses) keys.clear();
      keys.set(request.url, key);
    }
    if (known) return known;
    const page = new KeptPage(await pageUnder(route, request.params, asked, { queries, comparisons, feeds, origin }));
    // What is not there, or cannot be used, has as many addresses as there are letters: it is made anew each time.
    if ((page.made.status === 200 || page.made.status === 410) && stamp === at) pages.keep(key, page);
    return page;
  }

  async function answer(route: PortalRoute, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const kept = await made(route, request);
    const { status, type } = kept.made;
    const isThere = status === 200;
    reply.headers({ 'content-security-policy': policy, 'cache-control': isThere ? fresh : 'public, max-age=60', vary: 'accept-encoding' });
    if (isThere) reply.header('etag', kept.etag);
    const { modified } = kept.made;
    if (isThere && modified) reply.header('last-modified', modified.toUTCString());
    if (isThere && isHeld(request, kept)) return reply.status(304).send();
    const encoding = encodingFor(request.headers['accept-encoding']);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    if (isThere && type.startsWith('text/csv')) reply.header('content-disposition', 'attachment; filename="elements.csv"');
    return reply
      .status(status)
      .type(type)
      .send(await kept.bytes(encoding));
  }

  for (const route of portalRoutes)
    server.get(route, async (request, reply) => {
      try {
        await rates.countPublic(request, reply);
        return await answer(route, request, reply);
      } catch (error) {
        if (error instanceof Refusal) return sendProblem(reply, error, String(request.id));
        log.unavailable(String(request.id), error);
        const edition = editionOf(askedOf(request.query).lang);
        reply.headers({ 'content-security-policy': policy, 'cache-control': 'no-store', 'retry-after': '30' });
        return reply
          .status(503)
          .type('text/html; charset=utf-8')
          .send(framed(edition, awayPage(edition, '/public'), origin));
      }
    });
  server.get(styleAddress, (_, reply) => reply.header('cache-control', 'public, max-age=31536000, immutable').type('text/css; charset=utf-8').send(style));
}
