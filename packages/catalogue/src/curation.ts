import { readFolder, readJson } from './data-files.ts';
import type { ApplicabilityRule, Catalogue, Note, ReportSection, TreatyCuration } from './types.ts';

/** What people wrote beside the treaty, keyed by stable codes; the shapes of data/curation/. */
export interface CuratedTreaty extends TreatyCuration {
  version: string;
  treaty: Omit<Catalogue['treaty'], 'sourceSha256'>;
  sourceSha256: string;
  lastSubstantiveArticle: number;
}

export interface CuratedNote extends Omit<Note, 'citation' | 'text'> {
  /** Textual notes only: where they bear and what they say. */
  provision?: string;
  text?: string;
}

export interface CuratedOptional {
  code: string;
  /** Its key in other-provisions.csv. */
  register: string;
  provision: string;
  title: string;
  /** First words, word for word. */
  starts: string;
  /** Obligation of which it is a limb rather than a clause beside it. */
  qualifies?: string;
}

export interface CuratedRegister {
  rules: Record<string, ApplicabilityRule>;
  /** Wordings that a single cut cannot give, as stretches of the treaty's words. */
  wordings: Record<string, string[]>;
  notes: CuratedNote[];
  optional: CuratedOptional[];
}

export interface CuratedElement {
  title: string;
  plain: string;
  questions: string[];
  law: string[];
  practice: string[];
  evidence: string[];
  /** Where it differs from the register's. */
  body?: string[];
}

export const readCuration = () => ({
  ...readJson<CuratedTreaty>('treaty.json'),
  register: readJson<CuratedRegister>('register.json'),
  sections: readJson<ReportSection[]>('sections.json'),
  elements: readFolder<CuratedElement>('elements'),
  /** Only obligations of several elements; the others take the words of their one element. */
  obligations: readJson<Record<string, { title: string; plain: string }>>('obligations.json'),
});

export type Curation = ReturnType<typeof readCuration>;
