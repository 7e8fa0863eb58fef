import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { s3PlaceOf } from './files/open-blobs.ts';
import type { S3Place } from './files/s3-blobs.ts';
import { type SigningKey, signingKeyOf } from './journal/signing-key.ts';
import { type MailConfig, mailConfig } from './mail/mail-config.ts';
import { clamdAddress } from './settings/clamd-address.ts';
import { type EdgeConfig, edgeConfig, edgeEnvironment } from './settings/edge-settings.ts';
import { withFiles } from './settings/from-files.ts';
import { refuseWeakSecrets } from './settings/strong-secrets.ts';

const Flag = z.enum(['true', 'false']).transform((v) => v === 'true');

/** Keys that seal: 32 random bytes each in base64url; `new,old` while one replaces the other. */
const sealingKeys = (setting: string) =>
  z
    .string()
    .default('')
    .transform((keys) =>
      keys
        .split(',')
        .filter(Boolean)
        .map((key) => Buffer.from(key.trim(), 'base64url')),
    )
    .refine((keys) => keys.every((key) => key.length === 32), `${setting} must be 32 random bytes in base64url (43 characters); several are parted by commas`);
/** Of the secrets of second factors. */
export const FactorKeys = sealingKeys('FACTOR_KEY');
/** Of sources: a key of their own (decision 0030). */
export const SourceKeys = sealingKeys('SOURCE_KEY');

const Environment = z.object({
  /** Signs the scope of each transaction; the database is given the same key by `prepare` (decision 0008). Or the file that holds it. */
  CONTEXT_KEY: z.string().min(32, 'CONTEXT_KEY must have 32 characters or more').optional(),
  CONTEXT_KEY_FILE: z.string().optional(),
  /** Connection of the runtime role, which neither owns the tables nor bypasses row-level security. */
  APP_DATABASE_URL: z.url('APP_DATABASE_URL must be a postgresql:// address of the runtime role'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  /** The address people type; https makes the cookie `__Host-` and Secure. */
  PUBLIC_URL: z.url().optional(),
  /** A clamd that looks at every upload: `tcp://host:port` or `unix:/path`. Without it nothing is scanned for known malware. */
  CLAMD_URL: z.string().regex(clamdAddress, 'CLAMD_URL must be tcp://host:port or unix:/path').optional(),
  /** Folder in which files are received, and kept unless FILES_URL names another store. */
  FILES_DIR: z.string().min(1),
  /** An S3-compatible store for kept files: `s3://bucket?endpoint=https://…` (decision 0023), and its key. */
  FILES_URL: z.string().optional(),
  FILES_S3_KEY_ID: z.string().optional(),
  FILES_S3_SECRET: z.string().optional(),
  /** Folder of the built web app; without it only the API is served. */
  WEB_DIR: z.string().optional(),
  /** Whether this process also does background jobs, or leaves them to one started with `worker.js`. */
  JOBS: z.enum(['here', 'elsewhere']).default('here'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  FACTOR_KEY: FactorKeys,
  SOURCE_KEY: SourceKeys,
  /** The mail server: `smtps://user:password@host` or `smtp://…` with STARTTLS. Without it letters wait in the outbox. */
  SMTP_URL: z.string().optional(),
  /** Whom letters come from, a plain address. */
  MAIL_FROM: z.string().optional(),
  /** Days between asking for the deletion of an organisation and carrying it out; seven at least. */
  LEAVING_GRACE_DAYS: z.coerce.number().int().min(7, 'LEAVING_GRACE_DAYS must be 7 or more').max(365).default(30),
  /** Shows what would be sent at /outbox; only where nobody but this machine can reach it, and without SMTP. */
  OUTBOX_PAGE: Flag.default(false),
  /** Signs the anchors of the journals (Ed25519): 32 random bytes in base64url, or a private key in PEM. Without it none are made. */
  JOURNAL_KEY: z.string().optional(),
  ...edgeEnvironment,
});

export interface Config {
  databaseUrl: string;
  contextKey: string;
  port: number;
  host: string;
  publicUrl: string;
  isSecure: boolean;
  filesDir: string;
  /** Where uploads are looked at for known malware; null: nowhere. */
  clamdUrl: string | null;
  /** Null: files are kept in `filesDir`. */
  s3: S3Place | null;
  webDir: string | undefined;
  doesJobs: boolean;
  poolSize: number;
  logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
  /** Whose X-Forwarded-… headers are believed. */
  trustProxy: string[];
  edge: EdgeConfig;
  /** The first seals, all open. */
  factorKeys: readonly Buffer[];
  /** The same for sources. */
  sourceKeys: readonly Buffer[];
  mail: MailConfig;
  leavingGraceDays: number;
  journalKey: SigningKey | null;
}

/** The key itself, or what stands in its file. */
export function contextKeyOf(key: string | undefined, file: string | undefined): string {
  const found = key ?? (file ? readFileSync(file, 'utf8').trim() : '');
  if (found.length < 32)
    throw new Error(
      'The settings cannot be used:\nCONTEXT_KEY, or CONTEXT_KEY_FILE with it, must hold 32 characters or more: the key that `prepare` gave to the database.',
    );
  return found;
}

/** Reads the environment. Throws one error that names every setting that cannot be used. */
export function readConfig(given: Record<string, string | undefined>): Config {
  // A setting that is handed on empty, as a compose file does with what is not set, is not set.
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const env = withFiles(set, Object.keys(Environment.shape));
  const read = Environment.safeParse(env);
  if (!read.success) throw new Error(`The settings cannot be used:\n${z.prettifyError(read.error)}`);
  const e = read.data;
  if (env['NODE_ENV'] === 'production')
    refuseWeakSecrets({
      'the password in APP_DATABASE_URL': decodeURIComponent(new URL(e.APP_DATABASE_URL).password),
      METRICS_TOKEN: e.METRICS_TOKEN,
      CONTEXT_KEY: e.CONTEXT_KEY,
    });
  const publicUrl = e.PUBLIC_URL ?? `http://localhost:${e.PORT}`;
  for (const [name, keys] of publicUrl.startsWith('https:') ? Object.entries({ FACTOR_KEY: e.FACTOR_KEY, SOURCE_KEY: e.SOURCE_KEY }) : [])
    if (keys.length === 0)
      throw new Error(`The settings cannot be used:\n${name} is needed: 32 random bytes in base64url, kept apart from the database and its backups.`);
  return {
    databaseUrl: e.APP_DATABASE_URL,
    contextKey: contextKeyOf(e.CONTEXT_KEY, e.CONTEXT_KEY_FILE),
    port: e.PORT,
    host: e.HOST,
    publicUrl,
    isSecure: publicUrl.startsWith('https:'),
    filesDir: e.FILES_DIR,
    clamdUrl: e.CLAMD_URL ?? null,
    s3: s3PlaceOf(e),
    webDir: e.WEB_DIR,
    doesJobs: e.JOBS === 'here',
    poolSize: e.DATABASE_POOL,
    logLevel: e.LOG_LEVEL,
    trustProxy: e.TRUST_PROXY,
    journalKey: e.JOURNAL_KEY ? signingKeyOf(e.JOURNAL_KEY) : null,
    edge: edgeConfig(e),
    factorKeys: e.FACTOR_KEY,
    sourceKeys: e.SOURCE_KEY,
    leavingGraceDays: e.LEAVING_GRACE_DAYS,
    mail: mailConfig({ smtpUrl: e.SMTP_URL, from: e.MAIL_FROM || undefined, outboxPage: e.OUTBOX_PAGE, host: e.HOST, publicUrl }),
  };
}

/** Injection token of the settings. */
export const CONFIG = Symbol('config');
