import { createReadStream, type Dirent } from 'node:fs';
import { access, constants, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { addressedBy, addressOf, type Blobs, type Kept, type Received, type Span, StoreFault } from './blobs.ts';
import { codeOf } from './faults.ts';

const isMissing = (error: unknown) => ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
const orNull = (error: unknown): null => {
  if (isMissing(error)) return null;
  throw error;
};

/** Makes an entry of a folder outlive a loss of power. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

/** Kept files in a local folder. A file comes in by one rename within the file system, from where it was received. */
export class FolderBlobs implements Blobs {
  readonly #root: string;
  constructor(root: string) {
    this.#root = root;
  }

  pathOf(organisation: string, sha256: string): string {
    return join(this.#root, ...addressOf(organisation, sha256));
  }

  async keep(organisation: string, { path, sha256 }: Received): Promise<void> {
    const place = this.pathOf(organisation, sha256);
    try {
      const folder = dirname(place);
      const made = await mkdir(folder, { recursive: true });
      await rename(path, place);
      await syncFolder(folder);
      await syncFolder(dirname(folder));
      // A folder that was made just now must itself be found again.
      for (let at = dirname(folder); made && at.length >= made.length; at = dirname(at)) await syncFolder(dirname(at));
    } catch (error) {
      if (['ENOSPC', 'EDQUOT'].includes(codeOf(error))) throw new StoreFault('full', error);
      throw error;
    }
  }

  async sizeOf(organisation: string, sha256: string): Promise<number | null> {
    return (await stat(this.pathOf(organisation, sha256)).catch(orNull))?.size ?? null;
  }

  async read(organisation: string, sha256: string, span?: Span): Promise<Readable | null> {
    const file = await open(this.pathOf(organisation, sha256), 'r').catch(orNull);
    return file && createReadStream('', { fd: file, ...(span ? { start: span.first, end: span.last } : {}) });
  }

  async remove(organisation: string, sha256: string): Promise<void> {
    await rm(this.pathOf(organisation, sha256), { force: true });
  }

  async forget(organisation: string): Promise<void> {
    await rm(join(this.#root, ...addressOf(organisation)), { recursive: true, force: true });
  }

  async *all(): AsyncGenerator<Kept | string> {
    for await (const path of this.#filesIn(join(this.#root, 'blobs'))) {
      const facts = await stat(path).catch(orNull);
      const name = relative(this.#root, path);
      const named = addressedBy(name.split(sep));
      if (facts) yield named ? { ...named, size: facts.size, since: new Date(Math.max(facts.mtimeMs, facts.ctimeMs)) } : name;
    }
  }

  async *#filesIn(folder: string): AsyncGenerator<string> {
    const entries: Dirent[] = (await readdir(folder, { withFileTypes: true }).catch(orNull)) ?? [];
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) yield* this.#filesIn(path);
      else yield path;
    }
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
