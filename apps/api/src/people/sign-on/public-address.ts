import { lookup } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, fetch as fetchBy, type RequestInit } from 'undici';

/** Whether an address is on the open net: not loopback, private, link-local, carrier-grade, multicast, reserved or mapped. */
export const isPublic = (address: string): boolean => ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

class NotPublic extends Error {
  constructor(host: string) {
    super(`${host} is not on the open net`);
    this.name = 'NotPublic';
  }
}

/** Addresses are judged where the connection is made, so that a name cannot change its mind in between. */
const guarded = new Agent({
  headersTimeout: 5000,
  bodyTimeout: 5000,
  maxResponseSize: 1024 * 1024,
  connect: {
    timeout: 5000,
    lookup: (host, options, done) =>
      lookup(host, { ...options, all: true }, (error, addresses) => {
        if (error) return done(error, []);
        const open = addresses.filter(({ address }) => isPublic(address));
        if (open.length < addresses.length || open.length === 0) return done(new NotPublic(host), []);
        return options.all ? done(null, open) : done(null, open[0]?.address ?? '', open[0]?.family);
      }),
  },
});
const local = new Agent({ headersTimeout: 5000, bodyTimeout: 5000, maxResponseSize: 1024 * 1024 });
/** This machine by a name or address of its own. */
export const isLoopback = ({ hostname }: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** Refuses an address that a lead may not make this server ask. On a local instance loopback may be asked, also without TLS. */
export function checkOutside(address: URL, isLocal: boolean): void {
  if (isLocal && isLoopback(address)) return;
  const host = address.hostname.replace(/^\[|\]$/g, '');
  if (address.protocol !== 'https:' || address.username || address.password || (isIP(host) && !isPublic(host))) throw new NotPublic(address.host);
}

/** Fetches over TLS from the open net only, and follows nothing. */
export const outsideFetch =
  (isLocal: boolean) =>
  async (address: string, init: RequestInit): Promise<Response> => {
    const url = new URL(address);
    checkOutside(url, isLocal);
    const dispatcher = isLocal && isLoopback(url) ? local : guarded;
    const answer = await fetchBy(url, { ...init, redirect: 'manual', dispatcher });
    return new Response(await answer.arrayBuffer(), { status: answer.status, headers: Object.fromEntries(answer.headers) });
  };
