// What published dossiers say beside one another: over time, between States, on one element. Read from frozen releases; nothing here orders States.
import * as z from 'zod';
import { CriminalisationValue } from '../assessments/criminalisation.ts';
import { LawVerdict, PracticeVerdict, Proof } from '../assessments/verdicts.ts';
import { DossierKind, Lanes } from '../dossiers/dossiers.ts';
import { anyOf, Day, ElementCode, Id, Iso3, Moment, Sha256 } from '../shapes.ts';
import { ReleaseCitation, ReleaseElement, ReleaseEvidence } from './release.ts';
import { PublicRelease } from './shapes.ts';

/** States that are set side by side at most. */
export const mostStatesCompared = 6;

/** What a release says of one element, in short; the words stand in the release. */
export const ComparedPosition = z
  .object({
    applies: z.boolean(),
    law: LawVerdict.nullable(),
    practice: PracticeVerdict.nullable(),
    lawProof: Proof,
    practiceProof: Proof,
    asOf: Day.nullable(),
    /** Published pieces that it cites. */
    cited: z.number().int(),
    /** Who of a coalition gave the judgement; absent where it is that of who publishes. */
    contributedBy: z.string().optional(),
  })
  .meta({ id: 'ComparedPosition' });
export type ComparedPosition = z.infer<typeof ComparedPosition>;

/** The release that counts for what is said: the newest of its dossier that stands and covers the element. */
export const CountingRelease = z.object({ release: Id, number: z.number().int(), publishedAt: Moment, sha256: Sha256 });

/** A published dossier by a release: its newest that stands, or the one that counts for the element asked about. */
export const ComparedDossier = z
  .object({
    release: Id,
    number: z.number().int(),
    dossier: Id,
    kind: DossierKind,
    organisation: z.string(),
    organisationKind: z.enum(['government', 'ngo', 'nhri']),
    publishedAt: Moment,
    sha256: Sha256,
  })
  .meta({ id: 'ComparedDossier' });
export type ComparedDossier = z.infer<typeof ComparedDossier>;

const ElementHead = { code: ElementCode, obligation: z.string(), article: z.number().int(), citation: z.string(), title: z.string() };

export const ComparedState = z
  .object({
    iso3: Iso3,
    name: z.string(),
    isInvented: z.boolean(),
    /** The dossier that stands for the State here; null: nothing is published on it. */
    stands: ComparedDossier.nullable(),
    /** Every dossier that may be chosen to stand for it; the State's own first, then the newest. */
    dossiers: z.array(ComparedDossier),
  })
  .meta({ id: 'ComparedState' });
export type ComparedState = z.infer<typeof ComparedState>;

export const StatesCompared = z
  .object({
    /** By name; the order says nothing. */
    states: z.array(ComparedState),
    /** `positions` in the order of `states`; null is silence: nothing is published on this element. */
    elements: z.array(z.object({ ...ElementHead, positions: z.array(ComparedPosition.extend({ from: CountingRelease }).nullable()) })),
  })
  .meta({ id: 'StatesCompared' });
export type StatesCompared = z.infer<typeof StatesCompared>;

export const StatesComparedQuery = z.object({
  state: anyOf(Iso3)
    .transform((states) => [...new Set(states ?? [])])
    .refine((states) => states.length <= mostStatesCompared, `Choose at most ${mostStatesCompared} States`)
    .meta({ description: `Up to ${mostStatesCompared} States: state=XAA,XAB, or repeated` }),
  dossier: anyOf(Id)
    .refine((ids) => (ids ?? []).length <= mostStatesCompared, `Choose at most one dossier for each of ${mostStatesCompared} States`)
    .meta({ description: 'Dossiers that stand for their States; without one, the State’s own, else the newest release' }),
  article: z.coerce.number().int().min(1).max(12).optional(),
});

/** Verdicts of a lane, and the two ways of having none. */
export const LawKey = z.enum([...LawVerdict.options, 'not_assessed', 'not_applicable']);
export type LawKey = z.infer<typeof LawKey>;
export const PracticeKey = z.enum([...PracticeVerdict.options, 'not_assessed', 'not_applicable']);
export type PracticeKey = z.infer<typeof PracticeKey>;

/** How many published dossiers judge an element so; counts dossiers, not States. `not_assessed`: those that give no verdict. */
export const VerdictCounts = z
  .object({ law: z.record(LawKey, z.number().int()), practice: z.record(PracticeKey, z.number().int()) })
  .meta({ id: 'VerdictCounts' });
export type VerdictCounts = z.infer<typeof VerdictCounts>;

export const ElementCompared = z
  .object({
    element: z.object(ElementHead),
    /** Over all published dossiers of the kind asked for, whatever verdict is asked for. */
    counts: VerdictCounts,
    /** By name of the State, its own dossier first; the order says nothing. */
    items: z.array(ComparedDossier.extend({ state: Iso3, stateName: z.string(), position: ComparedPosition.nullable() })),
    total: z.number().int(),
  })
  .meta({ id: 'ElementCompared' });
export type ElementCompared = z.infer<typeof ElementCompared>;

/** Rows of an element at most, on a page and in an answer. */
export const mostDossiersCompared = 200;
export const ElementComparedQuery = z.object({
  law: LawKey.optional(),
  practice: PracticeKey.optional(),
  kind: DossierKind.optional(),
  limit: z.coerce.number().int().min(1).max(mostDossiersCompared).default(mostDossiersCompared),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

export const ElementsCompared = z
  .object({
    dossiers: z.number().int(),
    states: z.number().int(),
    items: z.array(z.object({ ...ElementHead, counts: VerdictCounts })),
  })
  .meta({ id: 'ElementsCompared' });
export type ElementsCompared = z.infer<typeof ElementsCompared>;
export const ElementsComparedQuery = z.object({ kind: DossierKind.optional() });

/** How a verdict moved. `first`: there was none; `dropped`: there is none any more; `other`: to or from “no data”, or whether it applies at all. */
export const VerdictMove = z.enum(['up', 'down', 'first', 'dropped', 'other']);
export type VerdictMove = z.infer<typeof VerdictMove>;

export const ElementChange = z
  .object({
    ...ElementHead,
    /** What the earlier and the later release say; null: outside that release. */
    before: ReleaseElement.nullable(),
    after: ReleaseElement.nullable(),
    /** Null: the verdict is the same. */
    law: VerdictMove.nullable(),
    practice: VerdictMove.nullable(),
    /** Whether reasons, ground or note read differently. */
    isReworded: z.boolean(),
    /** Citations of the later release that the earlier one had not on this element; `isNew`: nor anywhere. `ref` is that of the later release. */
    newlyCited: z.array(ReleaseCitation.extend({ title: z.string(), isNew: z.boolean() })),
    /** Citations that are gone; `ref` is that of the earlier release. */
    noLongerCited: z.array(ReleaseCitation.extend({ title: z.string() })),
  })
  .meta({ id: 'ElementChange' });
export type ElementChange = z.infer<typeof ElementChange>;

/** What a matrix says of an act in a column. `from`: the row that says it, the State, a group or the act. `source`: where it was read; empty where that is not published. */
const CellSaid = z.object({ value: CriminalisationValue.nullable(), from: z.string().nullable(), source: z.string(), restsOnUnpublished: z.boolean() });
/** A cell of the criminalisation matrix that says something else than before, or the same from another source. */
export const CellChange = z
  .object({
    act: z.string(),
    citation: z.string(),
    column: z.string(),
    title: z.string(),
    before: CellSaid,
    after: CellSaid,
  })
  .meta({ id: 'CellChange' });
export type CellChange = z.infer<typeof CellChange>;
export const MatrixChanges = z
  .object({
    /** Which of the two releases holds a matrix; where one alone does, nothing is compared. */
    heldBy: z.enum(['both', 'earlier', 'later']),
    /** In the order of the columns, then of the acts. */
    cells: z.array(CellChange),
    unchanged: z.number().int(),
  })
  .meta({ id: 'MatrixChanges' });
export type MatrixChanges = z.infer<typeof MatrixChanges>;

export const ReleaseChanges = z
  .object({
    stateName: z.string(),
    /** The two releases, the earlier first; `from` is null where nothing stands before, and nothing is compared. */
    from: PublicRelease.nullable(),
    to: PublicRelease,
    /** Releases of the dossier between the two, withdrawn ones and errata among them. */
    between: z.array(PublicRelease),
    coverage: z.object({ before: Lanes.nullable(), after: Lanes }),
    articles: z.object({ added: z.array(z.number().int()), dropped: z.array(z.number().int()) }),
    /** Whether both were judged by the same words of the catalogue. */
    hasSameCatalogue: z.boolean(),
    /** Elements of which anything is not as it was, in the order of the treaty. */
    elements: z.array(ElementChange),
    unchanged: z.number().int(),
    evidence: z.object({ added: z.array(ReleaseEvidence), dropped: z.array(ReleaseEvidence) }),
    /** Null: neither release holds a criminalisation matrix. */
    criminalisation: MatrixChanges.nullable(),
  })
  .meta({ id: 'ReleaseChanges' });
export type ReleaseChanges = z.infer<typeof ReleaseChanges>;
export const ReleaseChangesQuery = z.object({
  since: Id.optional().meta({ description: 'Another release of the same dossier; without it, the one before that stands' }),
});
