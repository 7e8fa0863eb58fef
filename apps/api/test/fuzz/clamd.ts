// What a clamd says on the line: it knows one thing as harmful. A real one is asked in test/scanner.spec.ts, where it is installed.
import { once } from 'node:events';
import net from 'node:net';

/** In two halves, so that no scanner takes this file for the thing itself. */
export const eicar = Buffer.from(`${'X5O!P%@AP[4\\PZX54(P^)7CC)7}$'}${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`);
const command = Buffer.from('zINSTREAM\0');

/** What was streamed, once it is whole: chunks behind their lengths, a length of nothing at the end. */
function streamed(heard: Buffer): Buffer | null {
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

export async function listenAsClamd(): Promise<{ url: string; stop: () => void }> {
  const server = net.createServer((line) => {
    const parts: Buffer[] = [];
    line.on('error', () => undefined);
    line.on('data', (part) => {
      parts.push(part);
      // Only the end of a stream can be a length of nothing; the rest is not put together each time.
      if (!part.subarray(-4).equals(Buffer.alloc(4)) && part.length >= 4) return;
      const document = streamed(Buffer.concat(parts));
      if (document) line.end(document.includes(eicar) ? 'stream: Eicar-Test FOUND\0' : 'stream: OK\0');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { url: `tcp://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`, stop: () => server.close() };
}
