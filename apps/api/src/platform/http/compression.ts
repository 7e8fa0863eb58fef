import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/**
 * Compresses text that is long enough to gain: JSON, problems, pages. Files of the web app come compressed from the build;
 * a download leaves as the bytes that were kept, for its length and its digest are said. No answer holds a secret beside
 * what a stranger sent.
 */
export async function compressAnswers(server: FastifyInstance): Promise<void> {
  server.addHook('onSend', async (request, reply, payload) => {
    if (reply.hasHeader('content-disposition')) request.headers['x-no-compression'] = 'a download';
    return payload;
  });
  await server.register(compress, {
    encodings: ['br', 'gzip', 'identity'],
    threshold: 1400,
    // Quick rather than smallest: somebody waits.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    zlibOptions: { level: 5 },
  });
}
