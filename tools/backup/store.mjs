// The file store of an instance, for the commands: the folder, or what FILES_URL names, by the API's own code.
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ArchiveFault } from './container.mjs';

const placeIn = (folder, organisation, sha256) => join(folder, 'blobs', organisation, sha256.slice(0, 2), sha256);

function folderStore(folder) {
  return {
    name: folder,
    blobs: null,
    sizeOf: (organisation, sha256) =>
      stat(placeIn(folder, organisation, sha256)).then(
        ({ size }) => size,
        () => null,
      ),
    read: async (organisation, sha256) => createReadStream(placeIn(folder, organisation, sha256)),
    nameOf: (organisation, sha256) => placeIn(folder, organisation, sha256),
    isEmpty: async () => !(await readdir(join(folder, 'blobs')).catch(() => [])).length,
  };
}

async function s3Store(url, folder) {
  const { openBlobs, s3PlaceOf } = await import('../../apps/api/src/platform/files/open-blobs.ts').catch((error) => {
    if (error.code !== 'ERR_UNKNOWN_FILE_EXTENSION') throw error;
    throw new ArchiveFault('With FILES_URL this command needs Node 22.18 or newer.');
  });
  const { withFiles } = await import('../../apps/api/src/platform/settings/from-files.ts');
  const blobs = await openBlobs(folder, s3PlaceOf(withFiles(process.env, ['FILES_S3_KEY_ID', 'FILES_S3_SECRET'])));
  return {
    name: url,
    blobs,
    sizeOf: (organisation, sha256) => blobs.sizeOf(organisation, sha256),
    read: (organisation, sha256) => blobs.read(organisation, sha256),
    nameOf: (organisation, sha256) => `${organisation}/${sha256}`,
    async isEmpty() {
      for await (const _ of blobs.all()) return false;
      return true;
    },
  };
}

/** The store of this instance; `folder` is where it keeps files, or only receives them. */
export const openStore = (folder) => (process.env.FILES_URL ? s3Store(process.env.FILES_URL, folder) : folderStore(folder));
