import * as z from 'zod';
import { DossierKind, Lanes } from '../dossiers/dossiers.ts';
import { IdentityKind } from '../evidence/identity/identity.ts';
import { Id, Line, May, Moment, Paging, Prose, pageOf, Sha256 } from '../shapes.ts';
import { State } from '../treaties/treaties.ts';
import { Publisher, ReleaseLanguage, ReleaseMatter, ReleaseParts } from './release.ts';

/** Proof of who kept a release: Ed25519 over its SHA-256 in hexadecimal; `key`: id of the key that signs the journals' anchors. */
export const ReleaseSignature = z.object({ key: z.string(), value: z.string() });

/** A release as the public finds it in a list. */
export const PublicRelease = z
  .object({
    id: Id,
    number: z.number().int(),
    state: z.string(),
    treaty: z.literal('opsc'),
    organisation: Publisher,
    dossier: Id,
    kind: DossierKind,
    language: ReleaseLanguage,
    sha256: Sha256,
    publishedAt: Moment,
    erratumOf: Id.nullable(),
    signature: ReleaseSignature.nullable(),
    /** What a withdrawn release leaves behind; null: it stands. */
    withdrawn: z.object({ at: Moment, reason: z.string() }).nullable(),
    /** What it claims; null once it is withdrawn. */
    coverage: Lanes.nullable(),
    /** The articles that it covers; null once it is withdrawn. */
    articles: z.array(z.number().int()).nullable(),
  })
  .meta({ id: 'PublicRelease' });
export type PublicRelease = z.infer<typeof PublicRelease>;

/** A State, and every release about it by anyone, the newest first. */
export const PublicState = z.object({ ...State.shape, publications: z.array(PublicRelease) }).meta({ id: 'PublicState' });
export type PublicState = z.infer<typeof PublicState>;

export const FindingKind = z.enum([...IdentityKind.options, 'small_count', 'not_reviewed']);
export type FindingKind = z.infer<typeof FindingKind>;
/** Something in a release to be that its publisher decides on. `key` names it as long as its words are the same. */
export const ReleaseFinding = z
  .object({
    key: z.string(),
    kind: FindingKind,
    /** `element 8.1.e`, `evidence 3`, `dossier`: where it stands, and in which field. */
    place: z.string(),
    field: z.string(),
    /** The words around it, for the publisher only. */
    words: z.string(),
    at: z.number().int(),
    length: z.number().int(),
    /** What was decided; null: not yet. `leave_out` empties the field. */
    decision: z.enum(['publish', 'leave_out']).nullable(),
  })
  .meta({ id: 'ReleaseFinding' });
export type ReleaseFinding = z.infer<typeof ReleaseFinding>;

export const ReleaseDecision = z.object({ key: z.string().max(80), decision: z.enum(['publish', 'leave_out']) });
export type ReleaseDecision = z.infer<typeof ReleaseDecision>;
/** What is to be published, and how what was found is decided. */
export const ReleaseChoice = z
  .object({
    parts: z.strictObject(ReleaseParts.shape),
    language: ReleaseLanguage,
    note: Prose(2000).default(''),
    erratumOf: Id.nullable().default(null),
    decisions: z.array(ReleaseDecision).max(2000).default([]),
  })
  .refine(({ note, erratumOf }) => erratumOf === null || note.trim() !== '', { path: ['note'], message: 'Say what the erratum corrects' })
  .meta({ id: 'ReleaseChoice' });
export type ReleaseChoice = z.infer<typeof ReleaseChoice>;

/** What the public would see, to the last word; `sha256` is over its canonical JSON. */
export const ReleasePreview = z
  .object({ sha256: Sha256, matter: ReleaseMatter, findings: z.array(ReleaseFinding), undecided: z.number().int(), needsConfirmation: z.boolean() })
  .meta({ id: 'ReleasePreview' });
export type ReleasePreview = z.infer<typeof ReleasePreview>;

export const PublishRelease = z.object({ choice: ReleaseChoice, preview: Sha256 }).meta({ id: 'PublishRelease' });
/** A release that waits for a second person. */
export const ReleaseProposal = z
  .object({
    id: Id,
    parts: ReleaseParts,
    language: ReleaseLanguage,
    note: z.string(),
    erratumOf: Id.nullable(),
    proposedBy: z.string(),
    proposedAt: Moment,
    may: z.object({ confirm: May, drop: May }),
  })
  .meta({ id: 'ReleaseProposal' });
export type ReleaseProposal = z.infer<typeof ReleaseProposal>;
/** So long a wish to publish alone stands in sight of every lead and reviewer before it holds by itself. */
export const hoursInSight = 72;
export const PublishingRule = z
  .object({
    version: z.number().int(),
    secondPerson: z.boolean(),
    /** Somebody wants no second person any more: until this moment one is still asked for, unless another lead agrees before; `secondPerson: true` takes it back. */
    ending: z.object({ at: Moment, by: z.string(), isMine: z.boolean() }).nullable(),
    /** Whether there is another active lead or reviewer, who could confirm. */
    hasOther: z.boolean(),
    may: z.object({ revise: May }),
  })
  .meta({ id: 'PublishingRule' });
export type PublishingRule = z.infer<typeof PublishingRule>;
/** `version`: 0 as long as it was never set. */
export const RevisePublishingRule = z
  .object({ version: z.number().int().min(0).max(2_147_483_647), secondPerson: z.boolean() })
  .meta({ id: 'RevisePublishingRule' });

export const WithdrawRelease = z.object({ reason: Line(1000) }).meta({ id: 'WithdrawRelease' });

/** A release as its organisation sees it: with who did what. */
export const DossierRelease = z
  .object({
    ...PublicRelease.shape,
    parts: ReleaseParts.nullable(),
    note: z.string(),
    /** Number of the release that this one corrects. */
    corrects: z.number().int().nullable(),
    acts: z.array(z.object({ act: z.enum(['published', 'confirmed', 'withdrawn']), by: z.string(), at: Moment })),
    may: z.object({ withdraw: May }),
  })
  .meta({ id: 'DossierRelease' });
export type DossierRelease = z.infer<typeof DossierRelease>;
export const DossierReleases = z.object({
  ...pageOf(DossierRelease).shape,
  /** Releases that wait for a second person. */
  proposals: z.array(ReleaseProposal),
  may: z.object({ publish: May }),
});

export const PublicReleasesQuery = Paging.extend({ state: z.string().max(3).optional(), organisation: Id.optional(), dossier: Id.optional() });
