/** Half-open character range [start, end) into the source text, in UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

export type ProvisionKind = 'preamble' | 'recital' | 'article' | 'paragraph' | 'point' | 'subpoint' | 'item';

/**
 * One node of the treaty's tree. `text` is the node's own words (its chapeau), cleaned of line ends,
 * footnotes and page numbers, without the text of its children and without its enumerator.
 */
export interface Provision {
  /** Stable code: `3`, `3.1`, `3.1.a`, `3.1.a.i`, `3.1.a.i.b`, `pre`, `pre.4`. */
  code: string;
  parent: string | null;
  kind: ProvisionKind;
  /** 0 for the preamble, else 1–17. */
  article: number;
  /** The enumerator as printed after repair: `1.`, `(a)`, `(i)`, `a.`; empty where the source has none. */
  label: string;
  /** How a lawyer cites it: `Article 3(1)(a)(i)b`. */
  citation: string;
  text: string;
  /** Where the words stand in the source; several where a footnote or page number interrupts them. */
  spans: Span[];
  /** `text` cut where obligations, notes and optional clauses begin and end; joined it is `text`. */
  segments: Segment[];
}

/** A run of a provision's text and what it is to the register. */
export interface Segment {
  text: string;
  role: 'plain' | 'obligation' | 'element' | 'note' | 'optional' | 'definition';
  /** Obligation this run belongs to (roles obligation and element; also an optional clause that qualifies one). */
  obligation: string | null;
  /** Elements this run is the text of; for an obligation's shared chapeau all of its elements. */
  elements: string[];
  /** Code in `notes` or `optional` for those roles; on an element's run, the note that bears on these very words. */
  ref: string | null;
}

/** A documented departure of the clean text from the source, so that every change is accounted for. */
export interface Repair {
  kind: 'displaced-line' | 'enumerator' | 'glued-footnote' | 'footnote' | 'page-number' | 'leading-space' | 'split-word';
  /** 1-based line of the source. */
  line: number;
  span: Span;
  was: string;
  now: string;
  because: string;
}

/** Curated: words that the source prints in the wrong place, and the line after which they belong. */
export interface DisplacedLine {
  /** 1-based line on which they stand. */
  line: number;
  was: string;
  /** 1-based line after which they are read. */
  after: number;
  because: string;
}

/** What only a reader of this one treaty can know; everything else is recognised by rule. */
export interface TreatyCuration {
  displaced: DisplacedLine[];
}

/** A stretch of the source that is no provision's text: title, heading, enumerator, closing formula. */
export interface Mark {
  kind: 'title' | 'heading' | 'enumerator' | 'closing';
  /** Provision whose heading or enumerator it is; null for title and closing. */
  code: string | null;
  text: string;
  spans: Span[];
}

/** Any treaty's plain text, read. */
export interface CompiledTreaty {
  /** Title as printed, lines joined; empty if the text begins with an article. */
  title: string;
  articles: { number: number; title: string | null; line: number }[];
  /** Segments are single plain runs until a register is laid over them. */
  provisions: Provision[];
  repairs: Repair[];
  marks: Mark[];
}

/** Role of a "shall" (domain register). The first two are obligations. */
export type ShallRole = 'duty' | 'deeming' | 'condition' | 'nested' | 'savings';

export interface ShallEntry {
  number: number;
  /** Register id: `5.1-2`, `8.2-2`. */
  code: string;
  article: number;
  citation: string;
  role: ShallRole;
  /** The obligation that it makes or belongs to; null for 5.2, 8.6 and 11. */
  obligation: string | null;
  addressee: string;
  qualifier: string | null;
  /** The register's sentence on applicability, and the rule that the software applies. */
  applicability: string;
  rule: ApplicabilityRule;
  conduct: string;
  /** The first words as quoted in the register, word for word in the clean text. */
  quote: string;
  /** Span of the word "shall" itself in the source, and of the quote. */
  shall: Span;
  span: Span;
  note: string | null;
}

/** Which elements apply is decided by rule, with a legal ground (domain: not-applicable grounds). */
export type ApplicabilityRule =
  | 'always'
  | 'unless-extradition-conditional-on-treaty' // 5.3
  | 'where-later-extradition-treaty' // 5.1-2
  | 'crc-parties' // 12.2-1
  | 'non-crc-parties' // 12.2-2
  | 'in-a-position-to-assist'; // 10.4

export interface Criteria {
  /** What counts as met in the text of the law. */
  law: string[];
  /** What counts as met in practice. */
  practice: string[];
}

export interface Element {
  code: string;
  obligation: string;
  article: number;
  /** 1–51, the order of the treaty. */
  ordinal: number;
  citation: string;
  title: string;
  /** The words judged, chapeau and point together, and their SHA-256 (hex, UTF-8). */
  wording: string;
  wordingSha256: string;
  /** The element's own part of the wording. */
  text: string;
  plain: string;
  questions: string[];
  criteria: Criteria;
  typicalEvidence: string[];
  typicalBody: string[];
  rule: ApplicabilityRule;
}

export interface Obligation {
  code: string;
  article: number;
  /** 1–37. */
  ordinal: number;
  citation: string;
  title: string;
  /** The obligation's full text, points included, as a reader would print it (lines joined by \n). */
  text: string;
  plain: string;
  modality: 'shall' | 'shall be deemed';
  role: 'duty' | 'deeming';
  conduct: string;
  addressee: string;
  qualifier: string | null;
  applicability: string;
  rule: ApplicabilityRule;
  /** Code of the section of the Committee's report: `I` … `VIII`. */
  section: string;
  /** True where the section's heading names the provision, false where it is filed by subject. */
  sectionNamed: boolean;
  /** Codes of notes that bear on it (5.2, 8.2-2, 8.3-2, 8.6, 11, 7.b-text). */
  notes: string[];
  elements: Element[];
}

/** A clause shown beside obligations, never counted as one. */
export interface Note {
  code: string;
  citation: string;
  title: string;
  text: string;
  kind: 'condition' | 'nested' | 'savings' | 'textual';
  bearsOn: string[];
}

export interface OptionalClause {
  code: string;
  citation: string;
  title: string;
  text: string;
  treatment: string;
}

export interface ReportSection {
  /** `I` … `VIII`. */
  code: string;
  title: string;
  /** What the heading names, as printed in the guidelines. */
  names: string;
  source: string;
}

export interface Reservation {
  iso3: string;
  provision: string;
  kind: 'reservation' | 'declaration' | 'understanding';
  summary: string;
  source: string;
}

export interface StateParty {
  iso3: string;
  name: string;
  status: 'party' | 'signatory';
  /** How it became a party; null for a signatory. */
  type: 'ratification' | 'accession' | 'succession' | null;
  /** Calendar days, `YYYY-MM-DD`, without a zone. */
  signedOn: string | null;
  depositedOn: string | null;
  isCrcParty: boolean;
  hasReservationOrDeclaration: boolean;
  note: string | null;
  /** 1-based line in states-parties.csv. */
  sourceLine: number;
}

/** A date printed by the Committee or the depositary that wins over the computed one. */
export interface CalendarOverride {
  iso3: string;
  event: 'entry-into-force' | 'initial-report' | 'next-report';
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as printed. */
  on: string;
  source: string;
}

export interface Catalogue {
  treaty: {
    code: 'opsc';
    title: string;
    shortTitle: string;
    symbol: string;
    adoptedOn: string;
    inForceOn: string;
    language: 'en';
    source: string;
    sourceSha256: string;
  };
  /** Semantic version of the curated data. */
  version: string;
  /** SHA-256 over the canonical JSON of everything else here. */
  sha256: string;
  provisions: Provision[];
  repairs: Repair[];
  shall: ShallEntry[];
  obligations: Obligation[];
  notes: Note[];
  optional: OptionalClause[];
  sections: ReportSection[];
}

/** A worked case of the reporting calendar, as printed or computed in the source table. */
export interface DueDateExample {
  iso3: string;
  report: string;
  deposit: string | null;
  entryIntoForce: string | null;
  computedDue: string | null;
  printedDue: string | null;
  received: string | null;
  symbol: string | null;
  result: string;
}
