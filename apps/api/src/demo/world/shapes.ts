// How the demonstration world is written down: pieces of evidence and judgements, with who did what and when.
import type { AddEvidence, AddNationalProvision, FigureRow, LawVerdict, PracticeVerdict, RequestAct } from '@servanda/contract';
import type * as z from 'zod';

/** Accounts of the cast, by the part of the address before the at sign and the organisation. */
export type Post =
  | 'lead@government'
  | 'reviewer@government'
  | 'contributor@government'
  | 'police@government'
  | 'lead@ngo'
  | 'auditor@ngo'
  | 'lead@clinics'
  | 'lead@neighbour';

/** A moment, UTC: `2026-03-18T09:40Z`. */
export type At = `2026-${string}T${string}Z`;

/** A small document made in code and attached to a piece. */
export interface PieceFile {
  name: string;
  /** Lines of text; for CSV the rows, cells separated by semicolons. The name's ending decides the format. */
  lines: string[];
}

export type Piece = z.input<typeof AddEvidence> & {
  /** Name by which judgements cite it. */
  key: string;
  by: Post;
  at: At;
  file?: PieceFile;
  /** Revised later: what it says differently from then on. */
  revised?: { at: At; changes: Partial<z.input<typeof AddEvidence>> };
  /** Withdrawn later, and why. */
  withdrawn?: { at: At; reason: string };
  /** What it counts, entered as a table and later as another. */
  counted?: readonly { at: At; rows: readonly FigureRow[] }[];
};

type Provision = Omit<z.input<typeof AddNationalProvision>, 'law'>;
/** A national provision: `law` is the key of a piece. */
export type Provided = Provision & {
  by: Post;
  at: At;
  law: string;
  /** Amended later: what it says differently from then on. */
  amended?: { at: At; changes: Partial<Provision> };
};

/** `[piece, pinpoint]`, or with a stance that speaks against the verdict. */
export type Cited = readonly [piece: string, pinpoint: string, stance?: 'contradicts'];

/** Elements given to a body, and to a post in it where one is named. */
export interface Given {
  at: At;
  /** The body's name; the NGO's elements go to posts only. */
  body?: string;
  post?: Post;
  elements: readonly string[];
}

/** Evidence asked of a body or of a colleague, and the steps that followed; a step names its piece by key. */
export interface Requested {
  by: Post;
  at: At;
  element: string;
  wanted: string;
  dueOn: string;
  of: { body: string } | { post: Post };
  steps: readonly { by: Post; at: At; act: RequestAct; note: string; evidence?: string }[];
}

export interface Judgement {
  by: Post;
  at: At;
  law: LawVerdict | null;
  practice: PracticeVerdict | null;
  asOf: string;
  period?: readonly [from: string, to: string];
  reasons: string;
  qualifierNote?: string;
  cites: readonly Cited[];
  /** Submitted in the same act, or at a later moment; absent: still a draft. */
  submitted?: 'at once' | At;
  accepted?: { by: Post; at: At; reason?: string };
  returned?: { by: Post; at: At; reason: string };
}

/** Judgements by element code, oldest first. */
export type Judgements = Readonly<Record<string, readonly Judgement[]>>;
