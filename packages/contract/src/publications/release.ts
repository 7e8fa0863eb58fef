// A release as it is frozen: the shape of its canonical JSON (RFC 8785). What stands here never changes; what comes is a new format.
import * as z from 'zod';
import { LawVerdict, PracticeVerdict, Proof, Stance } from '../assessments/verdicts.ts';
import { DossierKind, Ground, Lanes } from '../dossiers/dossiers.ts';
import { EvidenceKind, EvidenceMethod, OriginatorKind } from '../evidence/evidence.ts';
import { Day, ElementCode, Id, Moment, Sha256 } from '../shapes.ts';
import { ReleaseMatrix } from './release-matrix.ts';

export const releaseFormat = 'urn:servanda:schema:release:1';
/** The same with the criminalisation matrix. */
export const releaseWithMatrixFormat = 'urn:servanda:schema:release:2';
/** Where others of a coalition gave judgements, who are named beside them; with the matrix or without. */
export const releaseOfCoalitionFormat = 'urn:servanda:schema:release:3';
export const ReleaseLanguage = z.enum(['en', 'fr', 'ar']);
export type ReleaseLanguage = z.infer<typeof ReleaseLanguage>;
/** Which parts of a dossier are published beside the verdicts, and of which articles. */
export const ReleaseParts = z.object({
  articles: z.array(z.number().int().min(1).max(12)).min(1),
  reasons: z.boolean(),
  evidence: z.boolean(),
  files: z.boolean(),
  /** The criminalisation matrix; not named: it is not published. */
  criminalisation: z.literal(true).optional(),
});
export type ReleaseParts = z.infer<typeof ReleaseParts>;

/** A file of a published piece: a copy without metadata; `id` is that of the copy, under which the portal serves it. */
export const ReleaseFile = z.object({ id: Id, name: z.string(), mediaType: z.string(), sizeBytes: z.number().int(), sha256: Sha256 });
export type ReleaseFile = z.infer<typeof ReleaseFile>;

/** A piece that is public, as it stood; internal and restricted ones are never here. `ref`: by which citations name it, 1, 2, 3 … */
export const ReleaseEvidence = z.object({
  ref: z.number().int(),
  kind: EvidenceKind,
  title: z.string(),
  citation: z.string(),
  originator: z.string(),
  originatorKind: OriginatorKind.nullable(),
  method: EvidenceMethod.nullable(),
  territory: z.string(),
  population: z.string(),
  language: z.string(),
  datedOn: Day.nullable(),
  inForceFrom: Day.nullable(),
  inForceTo: Day.nullable(),
  periodFrom: Day.nullable(),
  periodTo: Day.nullable(),
  /** Of the piece itself, where it can be read elsewhere. */
  url: z.string().nullable(),
  summary: z.string(),
  files: z.array(ReleaseFile),
});
export type ReleaseEvidence = z.infer<typeof ReleaseEvidence>;

export const ReleaseCitation = z.object({
  ref: z.number().int(),
  pinpoint: z.string(),
  stance: Stance,
  /** The words of the passage, where one was marked. */
  quote: z.string().nullable(),
  page: z.number().int().nullable(),
});
export type ReleaseCitation = z.infer<typeof ReleaseCitation>;

/** Scale: `LawVerdict` and `PracticeVerdict` of the contract, the best first. */
export const ReleaseElement = z.object({
  code: ElementCode,
  obligation: z.string(),
  article: z.number().int(),
  citation: z.string(),
  title: z.string(),
  applies: z.boolean(),
  ground: Ground.nullable(),
  groundReason: z.string().nullable(),
  law: LawVerdict.nullable(),
  practice: PracticeVerdict.nullable(),
  lawProof: Proof,
  practiceProof: Proof,
  /** Whether a reviewer other than its author accepted the judgement; null where there is none. */
  isAccepted: z.boolean().nullable(),
  /** The day to which the verdicts apply, and the period that the evidence is from. */
  asOf: Day.nullable(),
  periodFrom: Day.nullable(),
  periodTo: Day.nullable(),
  /** The day on which the judgement was recorded. */
  assessedOn: Day.nullable(),
  /** Empty where reasons are not published or were left out. */
  reasons: z.string(),
  qualifierNote: z.string(),
  citations: z.array(ReleaseCitation),
  /** Whether the judgement rests also on pieces that are not published here. */
  restsOnUnpublished: z.boolean(),
  /** The organisation of a coalition that gave the judgement, as it was called then; not there: the one that publishes. In the third format alone. */
  contributedBy: z.string().optional(),
});
export type ReleaseElement = z.infer<typeof ReleaseElement>;

/** Something that was left out of a release by a decision of its publisher: where, and why. */
export const ReleaseSuppression = z.object({ place: z.string(), field: z.string(), why: z.enum(['identity', 'small_count']) });
export type ReleaseSuppression = z.infer<typeof ReleaseSuppression>;

/** An organisation that publishes. */
export const Publisher = z.object({ id: Id, name: z.string(), kind: z.enum(['government', 'ngo', 'nhri']) });

/** What a release says of the dossier; the same in its preview. */
export const ReleaseMatter = z.object({
  state: z.string().meta({ description: 'ISO 3166-1 alpha-3 code' }),
  stateName: z.string(),
  treaty: z.literal('opsc'),
  organisation: Publisher,
  dossier: z.object({ id: Id, title: z.string(), kind: DossierKind, periodFrom: Day.nullable(), periodTo: Day.nullable() }),
  language: ReleaseLanguage,
  /** The cut-off: the day on which the record was read and evidence held against its dates. */
  asOf: Day,
  catalogue: z.object({ version: z.string(), sha256: Sha256 }),
  parts: ReleaseParts,
  /** Of the published articles; never one number, never a grade. */
  coverage: z.object({ overall: Lanes, byArticle: z.array(Lanes.extend({ article: z.number().int() })) }),
  elements: z.array(ReleaseElement),
  evidence: z.array(ReleaseEvidence),
  /** In the second format and the third. */
  criminalisation: ReleaseMatrix.optional(),
  /** Pieces that are cited but not public, and what was left out by decision. */
  leftOut: z.object({
    internalPieces: z.number().int(),
    restrictedPieces: z.number().int(),
    /** Files of public pieces of which no copy without metadata stands yet, or can be made. */
    files: z.number().int(),
    suppressed: z.array(ReleaseSuppression),
  }),
  /** What the publisher says of it, such as what an erratum corrects. */
  note: z.string(),
  /** The release that this one corrects. */
  erratumOf: z.object({ id: Id, number: z.number().int(), sha256: Sha256 }).nullable(),
});
export type ReleaseMatter = z.infer<typeof ReleaseMatter>;

/** The format of a release that holds this: the lowest that knows it. */
export const releaseFormatOf = ({ elements, criminalisation }: Pick<ReleaseMatter, 'elements' | 'criminalisation'>) => {
  if (elements.some(({ contributedBy }) => contributedBy !== undefined)) return releaseOfCoalitionFormat;
  return criminalisation ? releaseWithMatrixFormat : releaseFormat;
};

export const Release = z
  .object({
    format: z.enum([releaseFormat, releaseWithMatrixFormat, releaseOfCoalitionFormat]),
    id: Id,
    /** Counted by dossier. */
    number: z.number().int().min(1),
    publishedAt: Moment,
    /** In what role it was published; persons are not named. */
    publisher: z.object({ role: z.enum(['lead', 'reviewer']), confirmedBy: z.enum(['lead', 'reviewer']).nullable() }),
    /** SHA-256 over the canonical JSON of everything here but this field. */
    seal: Sha256,
    ...ReleaseMatter.shape,
  })
  .refine((release) => release.format === releaseFormatOf(release), { path: ['format'], message: 'is not the format of what stands here' })
  .meta({ id: 'Release' });
export type Release = z.infer<typeof Release>;
