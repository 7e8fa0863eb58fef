import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { holdsAlready } from '../if-none-match.ts';
import { openApi } from '../openapi.ts';
import type { Description } from './description.ts';
import { page } from './page.ts';
import { style } from './style.ts';

const policy = "default-src 'none'; style-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
/** Read from its JSON, like every other reader of the document. */
const described = (): Description => JSON.parse(JSON.stringify(openApi()));

/** Serves the readable page of the API at /api/docs: made from the OpenAPI document, without scripts. No door, for it holds no data. */
export function serveDocs(server: FastifyInstance): void {
  let made: string | undefined;
  const files: [paths: string[], type: string, text: () => string][] = [
    [['/api/docs', '/api/docs/'], 'text/html; charset=utf-8', () => (made ??= page(described()))],
    [['/api/docs/page.css'], 'text/css; charset=utf-8', () => style],
  ];
  for (const [paths, type, text] of files)
    for (const path of paths)
      server.get(path, (request, reply) => {
        const etag = `"${createHash('sha256').update(text()).digest('base64url').slice(0, 27)}"`;
        reply.headers({ 'content-security-policy': policy, 'cache-control': 'public, max-age=300', etag }).type(type);
        if (holdsAlready(request.headers['if-none-match'], etag)) return reply.status(304).send();
        return reply.send(text());
      });
}
