// A real SMTP server on loopback for the tests: it keeps what it is given and answers as it is told.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

const file = (name: string) => fileURLToPath(new URL(`certificate/${name}`, import.meta.url));
/** The authority of the test servers' certificate, for `?ca=`. */
export const testAuthority = file('localhost.pem');
export const testKey = { key: readFileSync(file('localhost.key')), cert: readFileSync(testAuthority) };

export interface MailServer {
  port: number;
  received: { to: string[]; mail: ParsedMail; raw: string; isEncrypted: boolean }[];
  /** Asked before a recipient is taken: an SMTP code to refuse with, or null. */
  onRecipient: (address: string) => number | null;
  /** Asked when the letter has come, before "250". */
  onLetter: () => Promise<number | null> | number | null;
  stop: () => Promise<void>;
}

const refusal = (code: number) => Object.assign(new Error(`refused with ${code}: lead@government.example is not welcome`), { responseCode: code });

/** STARTTLS is offered unless `options` hide it; nobody need sign in unless `options` say so. */
export async function startMailServer(options: SMTPServerOptions = {}, wanted = 0): Promise<MailServer> {
  const answers: MailServer = { port: 0, received: [], onRecipient: () => null, onLetter: () => null, stop: async () => undefined };
  const server = new SMTPServer({
    authOptional: true,
    ...testKey,
    ...options,
    onRcptTo: ({ address }, _session, done) => {
      const code = answers.onRecipient(address);
      done(code ? refusal(code) : null);
    },
    onData: (stream, session, done) => {
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(Buffer.from(chunk));
        const code = await answers.onLetter();
        if (code) return done(refusal(code));
        const raw = Buffer.concat(chunks).toString('utf8');
        const to = session.envelope.rcptTo.map(({ address }) => address);
        answers.received.push({ to, raw, mail: await simpleParser(raw), isEncrypted: session.secure });
        done();
      })();
    },
  });
  // A client that hangs up is part of the tests.
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(wanted, '127.0.0.1', listening));
  const address = server.server.address();
  answers.port = typeof address === 'object' && address ? address.port : 0;
  answers.stop = () => new Promise((stopped) => server.close(() => stopped()));
  return answers;
}
