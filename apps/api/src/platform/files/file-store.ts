import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { Refusal, refuse } from '../http/refusal.ts';
import { type Blobs, type Kept, type Received, type Span, StoreFault } from './blobs.ts';
import { codeOf } from './faults.ts';
import { FolderBlobs } from './folder-blobs.ts';
import { BLOBS } from './open-blobs.ts';

/** Milliseconds after which a file still being received belongs to a server that was killed. */
const abandoned = 24 * 60 * 60 * 1000;
const full = (error: unknown) => ['ENOSPC', 'EDQUOT'].includes(codeOf(error));
/** A fault of the store as it is told to people. */
function told(error: unknown): unknown {
  if (!(error instanceof StoreFault)) return error;
  new Logger('files').error(error.message);
  return new Refusal(error.why === 'full' ? 'storage_full' : 'unavailable');
}
const tell = (error: unknown) => Promise.reject(told(error));

/**
 * The files of all organisations, addressed by organisation and hash, never shared between two. A file is received into a folder of
 * this machine, checked there by the caller, then kept by the store that the settings name (decision 0023).
 */
@Injectable()
export class FileStore implements OnApplicationBootstrap {
  readonly #root: string;
  readonly #blobs: Blobs;
  constructor(@Inject(CONFIG) config: Config, @Inject(BLOBS) blobs: Blobs) {
    this.#root = config.filesDir;
    this.#blobs = blobs;
  }

  onApplicationBootstrap(): Promise<void> {
    return this.clearAbandoned();
  }

  /** Clears away what a killed server was receiving; another server's fresh work stays. */
  async clearAbandoned(): Promise<void> {
    const incoming = join(this.#root, 'incoming');
    for (const name of await readdir(incoming).catch(() => [])) {
      const facts = await stat(join(incoming, name)).catch(() => null);
      if (facts && Date.now() - facts.mtimeMs > abandoned) await this.discard(join(incoming, name));
    }
  }

  /** Streams to disk, counting and hashing. Refuses `file_too_large` over `limit` bytes and `storage_full` on a full disk, leaving nothing. */
  async receive(stream: Readable, limit: number): Promise<Received> {
    const path = join(this.#root, 'incoming', randomUUID());
    const hash = createHash('sha256');
    let size = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        hash.update(chunk);
        if (size > limit) done(Object.assign(new Error('too large'), { code: 'FST_REQ_FILE_TOO_LARGE' }));
        else done(null, chunk);
      },
    });
    try {
      await mkdir(dirname(path), { recursive: true });
      await pipeline(stream, meter, createWriteStream(path, { flush: true }));
    } catch (error) {
      await this.discard(path);
      if (full(error)) refuse('storage_full');
      throw error;
    }
    return { path, size, sha256: hash.digest('hex') };
  }

  /** Keeps a received file; refuses `storage_full` and `unavailable`. */
  async keep(organisation: string, received: Received): Promise<void> {
    try {
      await this.#blobs.keep(organisation, received);
    } catch (error) {
      await this.discard(received.path);
      throw told(error);
    }
  }

  /** A kept file as a file of this machine, for a reader in another thread; null where it is missing. Give it back. */
  async borrow(organisation: string, sha256: string): Promise<{ path: string; giveBack: () => Promise<void> } | null> {
    const here = this.#blobs.pathOf?.(organisation, sha256);
    if (here) return (await this.sizeOf(organisation, sha256)) === null ? null : { path: here, giveBack: async () => undefined };
    const stream = await this.#blobs.read(organisation, sha256).catch(tell);
    if (!stream) return null;
    const { path } = await this.receive(stream, Number.MAX_SAFE_INTEGER);
    return { path, giveBack: () => this.discard(path) };
  }

  /** Bytes of a kept file, or null where it is missing. */
  sizeOf(organisation: string, sha256: string): Promise<number | null> {
    return this.#blobs.sizeOf(organisation, sha256).catch(tell);
  }

  /** Opens a kept file, or a stretch of it; refuses `not_found` where it is missing. */
  async read(organisation: string, sha256: string, span?: Span): Promise<Readable> {
    const stream = await this.#blobs.read(organisation, sha256, span).catch(tell);
    return stream ?? refuse('not_found');
  }

  /** Removes a kept file. Only for who has made sure that no row names it or is about to (evidence/kept-files). */
  remove(organisation: string, sha256: string): Promise<void> {
    return this.#blobs.remove(organisation, sha256);
  }

  /** Removes every file of an organisation that was deleted. */
  forget(organisation: string): Promise<void> {
    return this.#blobs.forget(organisation);
  }

  /** Every kept file of every organisation; what is none of ours is answered by its name. */
  all(): AsyncIterable<Kept | string> {
    return this.#blobs.all();
  }

  /** A folder of its own for what is made to be sent and then removed. Abandoned ones are cleared away like files. */
  async workplace(): Promise<string> {
    const path = join(this.#root, 'incoming', randomUUID());
    await mkdir(path, { recursive: true });
    return path;
  }

  async discard(path: string): Promise<void> {
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }

  /** Of the store, and of the folder in which files are received: `full` below 1 % or 64 MiB of free space. */
  async state(): Promise<'ok' | 'full' | 'unreachable'> {
    const [kept, received] = await Promise.all([this.#blobs.state(), new FolderBlobs(this.#root).state()]);
    return kept === 'ok' ? received : kept;
  }
}
