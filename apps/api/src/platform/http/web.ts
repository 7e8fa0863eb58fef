import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problem.filter.ts';
import { Refusal } from './refusal.ts';

const policyWith = (nonce: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'`;

/** Serves the built web app: hashed assets for a year, the page itself fresh with a nonce, and the page again for every address of the app. */
export async function serveWeb(server: FastifyInstance, folder: string | undefined): Promise<void> {
  const page = folder && existsSync(join(folder, 'index.html')) ? readFileSync(join(folder, 'index.html'), 'utf8') : null;
  if (page && folder)
    await server.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false,
      // The build lays a .br and a .gz beside each.
      preCompressed: true,
      setHeaders: (reply, path) =>
        void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'),
    });
  // Nest answers other methods; a GET that is no door and no file is an address of the app.
  server.get('/*', (request, reply) => {
    const isPage = page && !request.url.startsWith('/api/') && !/\.\w{2,5}$/.test(request.url.split('?')[0] ?? '');
    if (!isPage) return sendProblem(reply, new Refusal('not_found'), String(request.id));
    const nonce = randomBytes(16).toString('base64');
    reply
      .header('content-security-policy', policyWith(nonce))
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__CSP_NONCE__', nonce));
  });
}
