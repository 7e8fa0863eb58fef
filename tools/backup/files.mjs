// Files of an archive, beside their place until everything is there, then moved in with one rename; or one by one into a store that is elsewhere.
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

async function syncFolders(path) {
  for (const entry of await readdir(path, { withFileTypes: true })) if (entry.isDirectory()) await syncFolders(join(path, entry.name));
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

export function stagedFiles(folder) {
  const staging = join(folder, 'restoring');
  return {
    async begin() {
      await rm(staging, { recursive: true, force: true });
      await mkdir(staging, { recursive: true });
    },
    async add(organisation, sha256, stream) {
      const place = join(staging, organisation, sha256.slice(0, 2), sha256);
      await mkdir(join(place, '..'), { recursive: true });
      await pipeline(stream, createWriteStream(place, { flush: true }));
    },
    async keep() {
      await syncFolders(staging);
      // An empty folder of a fresh store gives way.
      await rm(join(folder, 'blobs'), { recursive: true, force: true });
      await rename(staging, join(folder, 'blobs'));
      const store = await open(folder, 'r');
      await store.sync().finally(() => store.close());
    },
    giveUp: () => rm(staging, { recursive: true, force: true }),
  };
}

/** The same for a store that keeps each file by itself; it was empty, so that giving up takes away what was added. */
export function addedFiles(folder, blobs) {
  const staging = join(folder, 'restoring');
  const organisations = new Set();
  const clear = () => rm(staging, { recursive: true, force: true });
  return {
    async begin() {
      await clear();
      await mkdir(staging, { recursive: true });
    },
    async add(organisation, sha256, stream) {
      const path = join(staging, sha256);
      await pipeline(stream, createWriteStream(path));
      organisations.add(organisation);
      await blobs.keep(organisation, { path, size: (await stat(path)).size, sha256 });
      await rm(path, { force: true });
    },
    keep: clear,
    async giveUp() {
      await clear();
      for (const organisation of organisations) await blobs.forget(organisation);
    },
  };
}
