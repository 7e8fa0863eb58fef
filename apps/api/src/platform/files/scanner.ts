import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { Refusal, refuse } from '../http/refusal.ts';

/** Milliseconds for one file. */
const longest = 30_000;

function opened(url: string): Socket {
  if (url.startsWith('unix:')) return connect(url.slice('unix:'.length));
  const { hostname, port } = new URL(url);
  return connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) });
}

/** A file as INSTREAM wants it (clamd(8)): each chunk behind its length, a length of nothing at the end. */
async function* framed(path: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of createReadStream(path)) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a file is read in bytes');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    yield length;
    yield chunk;
  }
  yield Buffer.alloc(4);
}

/** Sends a file and answers clamd's line. */
async function lineOf(socket: Socket, path: string): Promise<string> {
  let line = '';
  const answered = new Promise<string>((done, failed) => {
    socket.on('data', (chunk) => {
      line += chunk.toString('latin1');
    });
    socket.on('end', () => done(line));
    socket.on('error', failed);
    socket.on('close', () => failed(new Error('it hung up')));
  });
  answered.catch(() => undefined);
  await pipeline(Readable.from(framed(path)), socket, { end: false });
  return answered;
}

/** Asks a clamd about a received file, where CLAMD_URL names one. What it does not answer is not kept. */
@Injectable()
export class Scanner {
  readonly #log = new Logger('scanner');
  readonly #url: string | null;
  constructor(@Inject(CONFIG) config: Config) {
    this.#url = config.clamdUrl;
  }

  /** Refuses file_infected, and scanner_away where clamd does not answer: nothing unscanned is ever kept. */
  async look(path: string): Promise<void> {
    if (!this.#url) return;
    const socket = opened(this.#url);
    const late = setTimeout(() => socket.destroy(new Error('the scanner takes too long')), longest);
    try {
      const line = (await lineOf(socket, path)).replace(/\0/g, '').trim();
      if (/ FOUND$/.test(line)) {
        this.#log.warn(`an upload was refused: ${line.slice(0, 200)}`);
        refuse('file_infected');
      }
      if (!/: OK$/.test(line)) throw new Error(line.slice(0, 200) || 'it answered nothing');
    } catch (error) {
      if (error instanceof Refusal) throw error;
      this.#log.error(`the scanner cannot be asked: ${error instanceof Error ? error.message : String(error)}`);
      refuse('scanner_away', { retryAfter: 30 });
    } finally {
      clearTimeout(late);
      socket.destroy();
    }
  }
}
