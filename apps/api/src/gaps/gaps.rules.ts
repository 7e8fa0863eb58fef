import type { ContestFact, GapKind, Lack, Lane, LawVerdict, NextStep, PracticeVerdict, ReviewStatus } from '@servanda/contract';

/** The lane in which a gap of each kind lies and the next sensible step; the order is the order of pressure (contract, GapKind). */
export const kinds: Record<GapKind, { lane: Lane | null; next: NextStep }> = {
  returned: { lane: null, next: 'revise' },
  shortfall_in_law: { lane: 'law', next: 'plan_measure_in_law' },
  shortfall_in_practice: { lane: 'practice', next: 'plan_measure_in_practice' },
  /** In law; the lane is null where nothing counts in either. */
  not_assessed: { lane: 'law', next: 'assess' },
  no_evidence: { lane: null, next: 'add_evidence' },
  evidence_out_of_date: { lane: null, next: 'renew_evidence' },
  evidence_weak: { lane: 'practice', next: 'strengthen_evidence' },
  evidence_revised: { lane: null, next: 'recheck_citation' },
  /** In the lane in which they differ; null where it is whether the element applies. */
  contested: { lane: null, next: 'reply' },
  law_only: { lane: 'practice', next: 'assess_practice' },
  awaiting_review: { lane: null, next: 'review' },
};

/** What a gap's sentence is made of. Days are `YYYY-MM-DD`. */
export interface GapFacts {
  kind: GapKind;
  lane: Lane | null;
  law: LawVerdict | null;
  practice: PracticeVerdict | null;
  asOf: string | null;
  /** What the reviewer wrote on returning. */
  reason: string | null;
  reviewStatus: ReviewStatus | null;
  /** The day from which no cited piece was in date; null where they are not yet in force. */
  outOfDateSince: string | null;
  /** What the pieces behind the verdict in practice lack. */
  lacks: readonly Lack[];
  /** Cited passages that the newest revision of their piece does not hold any more. */
  passagesGone: number;
  /** With whom one's own release is contested, and how far; null for every other kind. */
  contest: ContestFact | null;
}

const inLaw: Record<LawVerdict, string> = {
  compliant: 'compliant',
  largely_compliant: 'largely compliant',
  partially_compliant: 'partially compliant',
  non_compliant: 'non-compliant',
};
const inPractice: Record<PracticeVerdict, string> = {
  effective: 'effective',
  substantial: 'substantially effective',
  limited: 'effective to a limited degree',
  none: 'not effective',
  no_data: 'without data',
};

const claim = ({ law, practice }: GapFacts) =>
  `Claimed as ${[law === 'compliant' ? 'compliant' : '', practice === 'effective' ? 'effective' : ''].filter(Boolean).join(' and ')}`;
const ended = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`);
const asOf = (facts: GapFacts) => (facts.asOf ? ` as of ${facts.asOf}` : '');

const unassessed = ({ lane, reviewStatus }: GapFacts) => {
  if (lane === 'law') return 'Assessed in practice, but not in law.';
  if (reviewStatus === 'draft') return 'Only a draft has been recorded; it counts once it is submitted.';
  return reviewStatus === 'returned' ? 'The only judgement was returned, so that none counts.' : 'Nobody has assessed this yet.';
};

const lacking: Record<Lack, string> = {
  only_law_for_practice: 'only the text of a law is cited for it',
  no_independent_originator: 'no cited piece is by somebody independent of the State',
  part_of_territory: 'the cited pieces cover a part of the territory only',
  older_than_shelf_life: 'a cited piece is out of date',
};

const apart = ['', ' by one step', ' by two steps', ' by the whole scale'];
const contested = ({ lane, contest }: GapFacts) => {
  const given = contest?.given;
  const by = contest?.by.map((name, i) => (given?.[i] ? `${name} (given by ${given[i]})` : name)).join(', ') ?? '';
  if (contest?.on === 'applies') return `Contested by ${by}: the releases differ on whether it applies.`;
  const how = contest?.on === 'no_data' ? ', one found no data' : (apart[contest?.distance ?? 1] ?? '');
  return `Contested by ${by}: in ${lane ?? 'law'} the releases differ${how}.`;
};

const sentences: Record<GapKind, (facts: GapFacts) => string> = {
  returned: ({ reason }) => `Returned by the reviewer: ${ended((reason ?? '').replace(/\s+/g, ' ').trim())}`,
  shortfall_in_law: (facts) => `Assessed as ${facts.law ? inLaw[facts.law] : 'short'}${asOf(facts)}.`,
  shortfall_in_practice: (facts) => `Assessed as ${facts.practice ? inPractice[facts.practice] : 'short'} in practice${asOf(facts)}.`,
  not_assessed: unassessed,
  no_evidence: (facts) => `${claim(facts)}, but no evidence is cited.`,
  evidence_out_of_date: (facts) =>
    `${claim(facts)}, but ${facts.outOfDateSince ? `the cited evidence is out of date since ${facts.outOfDateSince}` : 'the cited evidence is not in force yet'}.`,
  evidence_weak: ({ lacks }) => `Claimed as effective, but ${lacks.map((lack) => lacking[lack]).join('; ')}.`,
  evidence_revised: ({ passagesGone }) =>
    passagesGone > 0
      ? 'A cited passage no longer occurs in the newest revision of its piece; cite it anew or take it out.'
      : 'A cited piece has been revised since it was cited; look whether it still says so.',
  contested,
  law_only: ({ practice }) =>
    practice === 'no_data' ? 'Assessed in law; in practice somebody looked and found no data.' : 'Assessed in law, but not in practice.',
  awaiting_review: () => 'Submitted, and no reviewer has decided yet.',
};

/** Why there is a gap, in one English sentence. */
export const whyOf = (facts: GapFacts): string => sentences[facts.kind](facts);
