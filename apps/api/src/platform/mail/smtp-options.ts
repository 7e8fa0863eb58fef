import { readFileSync } from 'node:fs';
import type SMTPTransport from 'nodemailer/lib/smtp-transport';

const loopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127\./.test(host);

/**
 * What SMTP_URL means. `smtps://` speaks TLS from the first byte (port 465); `smtp://` (port 587) must be raised to TLS by STARTTLS.
 * Only `?tls=off` gives that up, and only to a server on this machine. Certificates are always verified; `?ca=FILE` names an own authority.
 * Throws a sentence for what cannot be used.
 */
export function smtpOptions(smtpUrl: string): SMTPTransport.Options {
  const url = new URL(smtpUrl);
  for (const name of url.searchParams.keys()) if (!['tls', 'ca'].includes(name)) throw new Error(`SMTP_URL: "${name}" is not known; there are tls and ca.`);
  const tls = url.searchParams.get('tls') ?? 'required';
  if (!['required', 'off'].includes(tls)) throw new Error('SMTP_URL: tls is "required" or "off".');
  if (tls === 'off' && !loopback(url.hostname))
    throw new Error('SMTP_URL: tls=off would send secret links in the clear; it is only for a server on this machine.');
  if (tls === 'off' && url.protocol === 'smtps:') throw new Error('SMTP_URL: smtps:// and tls=off contradict each other.');
  const secure = url.protocol === 'smtps:';
  const ca = url.searchParams.get('ca');
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: tls === 'required' && !secure,
    ignoreTLS: tls === 'off',
    ...(url.username ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } } : {}),
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca ? { ca: readFileSync(ca) } : {}) },
    dnsTimeout: 10_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // A letter is what we wrote: it never draws in a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
