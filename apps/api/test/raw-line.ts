// A TCP line to the server, for bytes that no HTTP client would send.
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** Sends the bytes and answers all that comes back until the server closes, or `within` milliseconds have passed (then `isOpen`). */
export async function exchange(port: number, bytes: string | Buffer, within = 10_000): Promise<{ text: string; statuses: number[]; isOpen: boolean }> {
  const socket = net.connect({ port, host: '127.0.0.1' });
  let text = '';
  socket.on('data', (part) => {
    text += part.toString('latin1');
  });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(bytes);
  const isOpen = (await Promise.race([once(socket, 'close'), setTimeout(within, 'open', { ref: false })])) === 'open';
  socket.destroy();
  return { text, statuses: [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status)), isOpen };
}

/** Sends one byte (or more) at a time until the server cuts the line or `most` milliseconds have passed; answers how long it was kept, and what came. */
export async function trickle(port: number, start: string, every: number, part: string, most: number): Promise<{ ms: number; text: string; wasCut: boolean }> {
  const socket = net.connect({ port, host: '127.0.0.1' });
  const began = performance.now();
  let text = '';
  socket.on('data', (bytes) => {
    text += bytes.toString('latin1');
  });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(start);
  const drip = setInterval(() => void (socket.writable && socket.write(part)), every);
  const wasCut = (await Promise.race([once(socket, 'close'), setTimeout(most, 'open', { ref: false })])) !== 'open';
  clearInterval(drip);
  socket.destroy();
  return { ms: performance.now() - began, text, wasCut };
}
