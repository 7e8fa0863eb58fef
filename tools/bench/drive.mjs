// Keeps `connections` requests under way until `count` are answered; bounded in count and in time; loopback only.
import { Agent, request } from 'node:http';

function once(agent, { port, method, path, headers, body }) {
  return new Promise((done, failed) => {
    const began = performance.now();
    const sent = request({ host: '127.0.0.1', port, method, path, agent, headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk) => {
        bytes += chunk.length;
      });
      answer.on('end', () =>
        answer.statusCode < 300 ? done({ ms: performance.now() - began, bytes }) : failed(new Error(`${method} ${path} answered ${answer.statusCode}`)),
      );
    });
    sent.on('error', failed);
    sent.end(body);
  });
}
const at = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
/** How milliseconds are spread: half, 95 and 99 of 100 are not above these. */
export const spread = (times) => {
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99), count: sorted.length };
};

/** @returns {{ p50: number, p95: number, p99: number, count: number, rate: number, bytes: number, times: number[] }} milliseconds and requests per second */
export async function drive(next, { connections, count, seconds = 20 }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times = [];
  let bytes = 0;
  let begun = 0;
  const start = performance.now();
  const worker = async (_, lane) => {
    while (begun < count && performance.now() - start < seconds * 1000) {
      const answer = await once(agent, next(begun++, lane, connections));
      times.push(answer.ms);
      bytes = answer.bytes;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const took = (performance.now() - start) / 1000;
  agent.destroy();
  return { ...spread(times), rate: times.length / took, bytes, times };
}
