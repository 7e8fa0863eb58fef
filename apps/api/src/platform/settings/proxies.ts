import { isIP } from 'node:net';
import * as z from 'zod';

const named = new Set(['loopback', 'linklocal', 'uniquelocal']);
const isNetwork = (part: string) => {
  const [address = '', prefix, more] = part.split('/');
  const family = isIP(address);
  if (!family || more !== undefined) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) > 0 && Number(prefix) <= (family === 4 ? 32 : 128));
};

/** The proxies whose X-Forwarded-… headers are believed: addresses, networks or the names loopback, linklocal, uniquelocal. Nobody's unless named. */
export const Proxies = z
  .string()
  .default('')
  .transform((text) => (text === 'false' ? [] : text.split(',').flatMap((part) => part.trim() || [])))
  .refine(
    (parts) => parts.every((part) => named.has(part) || isNetwork(part)),
    'TRUST_PROXY lists the addresses or networks of your own proxies, such as 10.0.0.2 or 172.16.0.0/12; whoever is not named can say nothing about others',
  );
