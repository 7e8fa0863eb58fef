import { postalAddress } from './address.ts';

export interface MailConfig {
  /** Null: nothing is delivered, letters wait. */
  smtpUrl: string | null;
  from: string;
  /** Letters may be read at /outbox. The database must be marked for it, too. */
  showsOutbox: boolean;
}

const loopback = (host: string) => ['localhost', '127.0.0.1', '::1', '[::1]'].includes(host);

/** Throws a sentence for settings that do not go together. */
export function mailConfig(set: { smtpUrl: string | undefined; from: string | undefined; outboxPage: boolean; host: string; publicUrl: string }): MailConfig {
  const smtpUrl = set.smtpUrl || null;
  const publicHost = new URL(set.publicUrl).hostname;
  if (set.outboxPage && (smtpUrl || !loopback(set.host) || !loopback(publicHost)))
    throw new Error(
      'OUTBOX_PAGE shows every letter with its secret links to whoever reaches the page. It is for trying the product on one machine: without SMTP_URL, with HOST and PUBLIC_URL on loopback.',
    );
  if (smtpUrl && !/^smtps?:\/\/[^/]/.test(smtpUrl)) throw new Error('SMTP_URL must be smtp://… or smtps://…');
  if (smtpUrl && !set.from) throw new Error('SMTP_URL needs MAIL_FROM: the address that letters come from.');
  return { smtpUrl, from: postalAddress(set.from ?? 'servanda@servanda.example'), showsOutbox: set.outboxPage };
}
