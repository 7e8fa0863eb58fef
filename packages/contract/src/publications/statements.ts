// What organisations say to each other in public, on an element of a release: a reply, a request for evidence, an answer (decision 0045).
import * as z from 'zod';
import { LawVerdict, PracticeVerdict } from '../assessments/verdicts.ts';
import { DossierKind } from '../dossiers/dossiers.ts';
import { EvidenceKind } from '../evidence/evidence.ts';
import { ContestBacking } from '../gaps/kinds.ts';
import { ElementCode, Id, May, Moment, Prose, Sha256 } from '../shapes.ts';
import { ReleaseFinding } from './shapes.ts';

export const statementFormat = 'urn:servanda:schema:statement:1';
export const StatementKind = z.enum(['reply', 'request', 'answer']);
export type StatementKind = z.infer<typeof StatementKind>;
/** `agree`: and a revision follows · `disagree`: with a reason · `evidence_asked`: the point is not shown yet. */
export const Stand = z.enum(['agree', 'disagree', 'evidence_asked']);
export type Stand = z.infer<typeof Stand>;
/** Why evidence that was asked for is not shown. */
export const DeclineGround = z.enum(['law_forbids', 'protects_somebody', 'proceedings_pending', 'not_held', 'other']);
export type DeclineGround = z.infer<typeof DeclineGround>;

const Said = Prose(4000).pipe(z.string().min(1, 'Say at least a word'));
/** Keys of what was found in the text and may stand. */
const confirmed = z.array(z.string().max(80)).max(200).default([]);
/** `to`: a release of another organisation; within a thread the one that the thread is about. */
const SayReply = z.object({ kind: z.literal('reply'), to: Id, element: ElementCode, parent: Id.nullable().default(null), stand: Stand, text: Said, confirmed });
const SayRequest = z.object({ kind: z.literal('request'), to: Id, element: ElementCode, text: Said, confirmed });
/** `publication`: a release of one's own that stands; `refs`: pieces in its list. */
const Shown = z.object({ publication: Id, refs: z.array(z.number().int().min(1).max(100_000)).min(1).max(50) });
const SayAnswer = z.object({
  kind: z.literal('answer'),
  request: Id,
  /** Evidence that is public, or the ground for showing none: one of both. */
  evidence: Shown.nullable(),
  ground: DeclineGround.nullable(),
  text: Prose(4000).default(''),
  confirmed,
});
export const SayInPublic = z
  .discriminatedUnion('kind', [SayReply, SayRequest, SayAnswer])
  .refine((said) => said.kind !== 'answer' || (said.evidence === null) !== (said.ground === null), {
    path: ['ground'],
    message: 'Show evidence, or say on what ground you show none',
  })
  .refine((said) => said.kind !== 'answer' || said.ground !== 'other' || said.text !== '', { path: ['text'], message: 'Say on what ground' })
  .meta({ id: 'SayInPublic' });
export type SayInPublic = z.infer<typeof SayInPublic>;

const By = z.object({ id: Id, name: z.string(), kind: z.enum(['government', 'ngo', 'nhri']) });
/** A statement as it is frozen: the shape of its canonical JSON. */
export const Statement = z
  .object({
    format: z.literal(statementFormat),
    id: Id,
    kind: StatementKind,
    publishedAt: Moment,
    state: z.string(),
    treaty: z.literal('opsc'),
    obligation: z.string(),
    element: ElementCode,
    organisation: By,
    dossier: Id,
    publisher: z.object({ role: z.enum(['lead', 'reviewer']), confirmedBy: z.enum(['lead', 'reviewer']).nullable() }),
    /** The release that it is about, by its number and hash. */
    to: z.object({ publication: Id, number: z.number().int(), sha256: Sha256, organisation: By }),
    /** What it replies to or answers, by its hash. */
    parent: z.object({ id: Id, sha256: Sha256 }).nullable(),
    stand: Stand.nullable(),
    ground: DeclineGround.nullable(),
    /** Pieces of a release that answer. */
    evidence: z
      .object({
        publication: Id,
        number: z.number().int(),
        sha256: Sha256,
        pieces: z.array(z.object({ ref: z.number().int(), kind: EvidenceKind, title: z.string() })),
      })
      .nullable(),
    text: z.string(),
    /** SHA-256 over the canonical JSON of everything here but this field. */
    seal: Sha256,
  })
  .meta({ id: 'Statement' });
export type Statement = z.infer<typeof Statement>;

/**
 * A statement beside its hash; `toWithdrawn`: the release that it is about was withdrawn since. `withdrawn`: it was itself; then kind, parties, day, place
 * in the thread and hash stand, and nothing of what it said: no words, stand, ground or evidence, and neither publisher nor seal.
 */
export const PublicStatement = z
  .object({
    ...Statement.shape,
    publisher: Statement.shape.publisher.nullable(),
    seal: Sha256.nullable(),
    sha256: Sha256,
    toWithdrawn: z.boolean(),
    withdrawn: z.object({ at: Moment, reason: z.string() }).nullable(),
  })
  .meta({ id: 'PublicStatement' });
export type PublicStatement = z.infer<typeof PublicStatement>;

/** A statement that waits for a second person. */
export const StatementProposal = z
  .object({ id: Id, said: SayInPublic, proposedBy: z.string(), proposedAt: Moment, may: z.object({ confirm: May, drop: May }) })
  .meta({ id: 'StatementProposal' });
export type StatementProposal = z.infer<typeof StatementProposal>;
/** What became of it: said, or waiting for a second person. One of both. */
export const SaidInPublic = z.object({ statement: PublicStatement.nullable(), proposal: StatementProposal.nullable() }).meta({ id: 'SaidInPublic' });
export type SaidInPublic = z.infer<typeof SaidInPublic>;
/** What stands in the place of a withdrawn statement. */
export const WithdrawnStatement = z
  .object({ id: Id, sha256: Sha256, withdrawn: z.object({ at: Moment, reason: z.string() }) })
  .meta({ id: 'WithdrawnStatement' });
export type WithdrawnStatement = z.infer<typeof WithdrawnStatement>;
/** What a text holds that may identify somebody: told where a statement is refused for it. */
export const StatementFindings = z.object({ findings: z.array(ReleaseFinding) });

/** What a dossier says of an element, by the release that counts for it. */
export const ContestedPosition = z.object({
  publication: Id,
  number: z.number().int(),
  publishedAt: Moment,
  organisation: z.string(),
  kind: DossierKind,
  isOurs: z.boolean(),
  applies: z.boolean(),
  law: LawVerdict.nullable(),
  practice: PracticeVerdict.nullable(),
  cited: z.number().int(),
  /** Who of a coalition gave the judgement; absent where it is that of who publishes. */
  contributedBy: z.string().optional(),
});
export type ContestedPosition = z.infer<typeof ContestedPosition>;
const LaneFinding = z.object({
  kind: z.enum(['silent', 'alone', 'agree', 'differ']),
  distance: z.number().int(),
  on: z.enum(['scale', 'applies', 'no_data']).nullable(),
});
/** An element on which published dossiers differ. */
export const ContestedPoint = z
  .object({
    element: ElementCode,
    obligation: z.string(),
    citation: z.string(),
    title: z.string(),
    /** Whether one's own dossier is one of those that speak. */
    isOurs: z.boolean(),
    law: LaneFinding,
    practice: LaneFinding,
    backing: ContestBacking.nullable(),
    positions: z.array(ContestedPosition),
  })
  .meta({ id: 'ContestedPoint' });
export type ContestedPoint = z.infer<typeof ContestedPoint>;

/**
 * A request for evidence with how it stands. `days`: from the request to the first answer that was not withdrawn, or until today. `withdrawn`: by who
 * asked, before it was answered; the days end there.
 */
export const OpenRequest = z
  .object({
    request: PublicStatement,
    /** Of the element, as in the treaty's language. */
    citation: z.string(),
    title: z.string(),
    answers: z.array(PublicStatement),
    standing: z.enum(['shown', 'declined', 'silent', 'withdrawn']),
    days: z.number().int(),
  })
  .meta({ id: 'OpenRequest' });
export type OpenRequest = z.infer<typeof OpenRequest>;

/** The contested points of the State of a dossier, what was said on them, and what was asked: all of it public, but for what waits here. */
export const Contested = z
  .object({
    state: z.string(),
    organisation: Id,
    /** Releases that count, one's own first, each with the elements for which it does: what may be replied to, asked about and answered with. */
    releases: z.array(
      z.object({
        publication: Id,
        number: z.number().int(),
        organisation: z.string(),
        isOurs: z.boolean(),
        elements: z.array(ElementCode),
        /** Each with the elements for which the release cites it. */
        pieces: z.array(z.object({ ref: z.number().int(), title: z.string(), elements: z.array(ElementCode) })),
      }),
    ),
    points: z.array(ContestedPoint),
    /** Replies, the oldest first; the newest 500. */
    replies: z.array(PublicStatement),
    asked: z.array(OpenRequest),
    received: z.array(OpenRequest),
    proposals: z.array(StatementProposal),
    may: z.object({ say: May, withdraw: May }),
  })
  .meta({ id: 'Contested' });
export type Contested = z.infer<typeof Contested>;
