// The register of everything that was done in an organisation: read, exported, verified, anchored.
import * as z from 'zod';
import { type Allowance, allow, doorsOf } from '../door.ts';
import { anyOf, Day, ElementCode, Id, Moment, Sha256 } from '../shapes.ts';
import { ActGroup, JournalAct } from './acts.ts';
import { Role } from './roles.ts';

/** One act. Whom and what it names are references; the names are those of today, null where they are known no more. */
export const JournalEntry = z
  .object({
    seq: z.number().int(),
    /** The chain's own time. */
    at: Moment,
    /** The moment that the demonstration world tells; null everywhere else. */
    toldAt: Moment.nullable(),
    /** Null: the system, or somebody who was not signed in. */
    person: z.object({ id: Id, name: z.string().nullable() }).nullable(),
    role: Role.nullable(),
    session: Id.nullable(),
    /** The API key that acted. */
    key: Id.nullable(),
    act: z.string(),
    subject: z.string(),
    subjectId: z.string().nullable(),
    /** What the subject is called today. */
    title: z.string().nullable(),
    dossier: z.object({ id: Id, title: z.string().nullable() }).nullable(),
    element: z.string().nullable(),
    /** The facts before and after, and whatever else the act tells; an object. */
    data: z.record(z.string(), z.unknown()),
    hash: Sha256,
  })
  .meta({ id: 'JournalEntry' });
export type JournalEntry = z.infer<typeof JournalEntry>;

/** The head of a chain at a moment, signed with Ed25519 by a key that the database does not hold. */
export const JournalAnchor = z
  .object({
    number: z.number().int(),
    seq: z.number().int(),
    hash: Sha256,
    at: Moment,
    key: z.string(),
    /** Signature of the anchor before it, hexadecimal; empty for the first. */
    previous: z.string(),
    /** Over the text `["servanda anchor 1", organisation, number, seq, hash, at in microseconds, key, previous]`, hexadecimal. */
    signature: z.string(),
    /** The signed text itself. */
    text: z.string(),
  })
  .meta({ id: 'JournalAnchor' });
export type JournalAnchor = z.infer<typeof JournalAnchor>;

export const JournalKey = z.object({ id: z.string(), /** SPKI, PEM. */ publicKey: z.string(), isCurrent: z.boolean() }).meta({ id: 'JournalKey' });
export type JournalKey = z.infer<typeof JournalKey>;

/** What can be wrong with a chain. */
export const JournalProblem = z.enum(['entry_changed', 'link_broken', 'head_differs', 'anchor_unsigned', 'anchor_missing', 'anchor_differs']);
export type JournalProblem = z.infer<typeof JournalProblem>;

const readers: Allowance = { ...allow.governors, roles: ['lead', 'reviewer'] };
const door = doorsOf('people');
export const journal = {
  journal: door('journal', {
    method: 'GET',
    path: '/api/journal',
    summary: 'What was done in my organisation, newest first',
    access: 'session',
    allows: readers,
    input: {
      query: z.object({
        group: ActGroup.optional(),
        act: anyOf(JournalAct),
        person: Id.optional(),
        subject: z.string().max(40).optional(),
        subjectId: z.string().max(100).optional(),
        dossier: Id.optional(),
        element: ElementCode.optional(),
        /** First and last calendar day (UTC). */
        from: Day.optional(),
        to: Day.optional(),
        /** Words in the facts of the entry or in the name of who acted. */
        q: z.string().max(200).optional(),
        /** Only entries before this number: `next` of the page before. */
        before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
        limit: z.coerce.number().int().min(1).max(100).default(50),
      }),
    },
    output: z.object({
      items: z.array(JournalEntry),
      /** Where the next page begins; null at the end. */
      next: z.number().int().nullable(),
      /** Names, as of today, of the people, bodies and API keys that the entries refer to, by id. */
      names: z.record(z.string(), z.string()),
    }),
  }),
  journalExport: door('journalExport', {
    method: 'GET',
    path: '/api/journal/export',
    summary: 'The whole journal as lines of JSON, with hashes, anchors and public keys: enough to verify it offline',
    access: 'session',
    allows: readers,
    output: z.unknown(),
    media: 'application/x-ndjson',
  }),
  journalVerification: door('journalVerification', {
    method: 'GET',
    path: '/api/journal/verification',
    summary: 'Verify the journal of my organisation now',
    access: 'session',
    allows: readers,
    output: z.object({
      isWhole: z.boolean(),
      entries: z.number().int(),
      anchors: z.number().int(),
      head: z.object({ seq: z.number().int(), hash: Sha256 }).nullable(),
      /** Entries after the last anchor: chained, but not yet anchored. */
      unanchored: z.number().int(),
      /** The first hundred, in the order of the chain. */
      problems: z.array(z.object({ seq: z.number().int().nullable(), problem: JournalProblem })),
      checkedAt: Moment,
    }),
  }),
  journalAnchors: door('journalAnchors', {
    method: 'GET',
    path: '/api/journal/anchors',
    summary: 'The head of my journal and its signed anchors, to be kept elsewhere',
    access: 'session',
    allows: readers,
    output: z.object({
      organisation: Id,
      head: z.object({ seq: z.number().int(), hash: Sha256 }).nullable(),
      anchors: z.array(JournalAnchor),
      keys: z.array(JournalKey),
    }),
  }),
  journalKey: door('journalKey', {
    method: 'GET',
    path: '/api/journal/key',
    summary: 'The public keys that sign anchors; compare them with those in an exported journal',
    access: 'public',
    output: z.object({ keys: z.array(JournalKey) }),
  }),
  anchorNow: door('anchorNow', {
    method: 'POST',
    path: '/api/operator/journal/anchors',
    summary: 'Sign the head of every journal now',
    access: 'session',
    allows: allow.operators,
    output: z.object({ anchored: z.number().int() }),
    refusals: ['forbidden', 'cross_site', 'unavailable'],
  }),
};
