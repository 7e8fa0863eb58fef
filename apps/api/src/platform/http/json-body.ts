import { isUtf8 } from 'node:buffer';
import type { FastifyBodyParser, FastifyInstance } from 'fastify';
import { Refusal } from './refusal.ts';

export const deepest = 32;
const [quote, backslash, openList, closeList, openObject, closeObject] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** Whether JSON nests deeper than `most`, counted in its bytes before anything is built from them. */
export function nestsDeeperThan(most: number, json: Uint8Array): boolean {
  let depth = 0;
  let isText = false;
  for (let i = 0; i < json.length; i++) {
    const byte = json[i];
    if (isText) {
      if (byte === backslash) i++;
      else if (byte === quote) isText = false;
    } else if (byte === quote) isText = true;
    else if (byte === openList || byte === openObject) {
      if (++depth > most) return true;
    } else if (byte === closeList || byte === closeObject) depth--;
  }
  return false;
}

/** Reads JSON. Bytes that are no UTF-8 would be replaced without a word and kept so; the body is refused instead, as is nesting that only an attacker needs. */
export function readJson(server: FastifyInstance): FastifyBodyParser<Buffer> {
  const parse = server.getDefaultJsonParser('error', 'error');
  return (request, body, done) => {
    if (!isUtf8(body)) return done(new Refusal('unreadable_body'));
    if (nestsDeeperThan(deepest, body)) return done(new Refusal('unreadable_body', { detail: `The body is nested more than ${deepest} levels deep.` }));
    return parse(request, body.toString('utf8'), done);
  };
}
