import { isIP } from 'node:net';

/** The peer's address as PostgreSQL's inet takes it. IPv4 written as IPv6 (`::ffff:203.0.113.7`) is IPv4; a zone (`%eth0`) is of this machine only. */
export function plainAddress(ip: string): string {
  const bare = (ip.split('%')[0] ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(bare) ? bare : '0.0.0.0';
}
