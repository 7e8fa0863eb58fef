// An S3 server for the tests, from npm (@20minutes/s3rver): it speaks the protocol over HTTP, checks the signatures of objects and keeps them in a
// folder. It is no production server; what it does not do (checksums, atomic PUT) is said in decision 0023.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';

/** May answer a request itself, or hold it; answers whether it did. */
type Gate = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface S3Server {
  /** Settings with which the API keeps its files there. */
  settings: Record<string, string>;
  folder: string;
  /** Set to break it on purpose. */
  gate: Gate | null;
  stop: () => Promise<void>;
}

export async function startS3(): Promise<S3Server> {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-s3-'));
  const how = { directory: folder, silent: true, vhostBuckets: false, configureBuckets: [{ name: 'evidence' }] };
  const s3 = new S3rver({ ...how, allowMismatchedSignatures: false });
  await s3.configureBuckets();
  const ofObjects = s3.callback();
  // It reckons the signature of an act on the bucket without the slash that the SDK signs: there a signature is asked for, not checked.
  const ofBucket = new S3rver({ ...how, allowMismatchedSignatures: true }).callback();
  const server = createServer((request, response) => {
    if (started.gate?.(request, response)) return;
    void (/^\/evidence\/(\?|$)/.test(request.url ?? '') ? ofBucket : ofObjects)(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const started: S3Server = {
    settings: {
      FILES_URL: `s3://evidence/kept?endpoint=${encodeURIComponent(`http://127.0.0.1:${port}`)}&tls=off`,
      FILES_S3_KEY_ID: 'S3RVER',
      FILES_S3_SECRET: 'S3RVER',
    },
    folder,
    gate: null,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return started;
}
