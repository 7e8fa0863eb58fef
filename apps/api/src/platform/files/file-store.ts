import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { CONFIG, type Config } from '../config.ts';
import { refuse } from '../http/refusal.ts';
import { codeOf } from './faults.ts';

/** A received file that is not kept yet: its place, its size in bytes and the SHA-256 of its bytes (hex). */
export interface Received {
  path: string;
  size: number;
  sha256: string;
}

/** Milliseconds after which a file still being received belongs to a server that was killed. */
const abandoned = 24 * 60 * 60 * 1000;
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}
const full = (error: unknown) => ['ENOSPC', 'EDQUOT'].includes(codeOf(error));

/**
 * Blobs in a local folder, addressed by organisation and hash, never shared between organisations.
 * A file is first received beside its final place, checked by the caller, then kept: synced and renamed,
 * so that a crash leaves at most an orphan and never a record without its file.
 */
@Injectable()
export class FileStore implements OnApplicationBootstrap {
  readonly #root: string;
  constructor(@Inject(CONFIG) config: Config) {
    this.#root = config.filesDir;
  }

  /** Clears away what a killed server was receiving; another server's fresh work stays. */
  async onApplicationBootstrap(): Promise<void> {
    const incoming = join(this.#root, 'incoming');
    for (const name of await readdir(incoming).catch(() => [])) {
      const facts = await stat(join(incoming, name)).catch(() => null);
      if (facts && Date.now() - facts.mtimeMs > abandoned) await this.discard(join(incoming, name));
    }
  }

  #place(organisation: string, sha256: string): string {
    return join(this.#root, 'blobs', organisation, sha256.slice(0, 2), sha256);
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

  /** Moves a received file to its final place. */
  async keep(organisation: string, received: Received): Promise<void> {
    const place = this.#place(organisation, received.sha256);
    try {
      await mkdir(dirname(place), { recursive: true });
      await rename(received.path, place);
      await syncFolder(dirname(place));
      await syncFolder(dirname(dirname(place)));
    } catch (error) {
      await this.discard(received.path);
      if (full(error)) refuse('storage_full');
      throw error;
    }
  }

  /** Where a kept file lies, for a reader in another thread; null where it is missing. */
  async pathOf(organisation: string, sha256: string): Promise<string | null> {
    const place = this.#place(organisation, sha256);
    return stat(place).then(
      () => place,
      () => null,
    );
  }

  /** Removes a kept file, whose record is gone. */
  async remove(organisation: string, sha256: string): Promise<void> {
    await rm(this.#place(organisation, sha256), { force: true });
  }

  /** Removes every file of an organisation that was deleted. */
  async forget(organisation: string): Promise<void> {
    if (!isUuid(organisation)) throw new Error('An organisation is named by its id');
    await rm(join(this.#root, 'blobs', organisation), { recursive: true, force: true });
  }

  /** A folder of its own for what is made to be sent and then removed. Abandoned ones are cleared away like files. */
  async workplace(): Promise<string> {
    const path = join(this.#root, 'incoming', randomUUID());
    await mkdir(path, { recursive: true });
    return path;
  }

  /** Where a kept file lies, for an archive that reads it when its turn comes. */
  placeOf(organisation: string, sha256: string): string {
    return this.#place(organisation, sha256);
  }

  async discard(path: string): Promise<void> {
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }

  /** Opens a kept file for reading; refuses `not_found` where it is missing. */
  async read(organisation: string, sha256: string): Promise<{ stream: Readable; size: number }> {
    const place = this.#place(organisation, sha256);
    const facts = await stat(place).catch(() => refuse('not_found'));
    return { stream: createReadStream(place), size: facts.size };
  }

  /** `full` below 1 % or 64 MiB of free space. */
  async state(): Promise<'ok' | 'full' | 'unreachable'> {
    try {
      await mkdir(this.#root, { recursive: true });
      await access(this.#root, constants.W_OK);
      const disk = await statfs(this.#root);
      return disk.bavail * disk.bsize < 64 * 1024 * 1024 && disk.bavail / disk.blocks < 0.01 ? 'full' : 'ok';
    } catch {
      return 'unreachable';
    }
  }
}
