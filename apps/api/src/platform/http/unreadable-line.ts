// What never became a request: headers that are too many or malformed, or that did not come in time. It is answered once and the connection ends.
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Config } from '../config.ts';
import { edgeHeaders } from './edge-headers.ts';
import { problemOf } from './problem.filter.ts';
import { Refusal } from './refusal.ts';

function answerTo(code: string | undefined): { status: number; refusal: Refusal | null } {
  if (code === 'HPE_HEADER_OVERFLOW') return { status: 431, refusal: new Refusal('headers_too_large') };
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { status: 408, refusal: null };
  return { status: 400, refusal: new Refusal('unreadable_body', { detail: 'What was sent is no well-formed HTTP request.' }) };
}

/** Answers with a problem where the socket still takes one; then nothing more of that connection is read. */
export const endUnreadable =
  (config: Config) =>
  (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const { status, refusal } = answerTo(error.code);
    const id = randomUUID();
    const body = refusal ? JSON.stringify(problemOf(refusal, id)) : '';
    const headers = {
      ...edgeHeaders({ id }, config),
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    };
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join('')}\r\n${body}`, () => socket.destroy());
  };
