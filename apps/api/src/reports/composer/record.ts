// The record as the composer reads it.
import type { Ground, LawVerdict, PracticeVerdict } from '@servanda/contract';

export interface RecordedElement {
  code: string;
  applies: boolean;
  ground: Ground | null;
  groundReason: string | null;
  /** The judgement that was accepted; null where none is. */
  accepted: {
    law: LawVerdict | null;
    practice: PracticeVerdict | null;
    asOf: string | null;
    periodFrom: string | null;
    periodTo: string | null;
    reasons: string;
    qualifierNote: string;
  } | null;
  evidence: { id: string; title: string; citation: string; pinpoint: string }[];
}

export interface DossierRecord {
  head: { id: string; title: string; kind: 'own' | 'independent'; iso3: string; stateName: string; organisation: string };
  elements: RecordedElement[];
}
