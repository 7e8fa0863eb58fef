import './in-browser.ts';
import { assessments } from './assessments/assessments.ts';
import { criminalisation } from './assessments/criminalisation.ts';
import type { Door } from './door.ts';
import { dossiers } from './dossiers/dossiers.ts';
import { evidence } from './evidence/evidence.ts';
import { searching } from './evidence/search.ts';
import { gaps } from './gaps/gaps.ts';
import { platform } from './health.ts';
import { obligations } from './obligations/obligations.ts';
import { people } from './people/people.ts';
import { publications } from './publications/publications.ts';
import { reports } from './reports/reports.ts';
import { treaties } from './treaties/treaties.ts';

export * from './allowance.ts';
export * from './assessments/assessments.ts';
export * from './assessments/criminalisation.ts';
export * from './assessments/tones.ts';
export * from './assessments/verdicts.ts';
export { type Allowance, type Answer, allow, type Door, type DoorInput, type Received, type Returned, type Sending, type Word } from './door.ts';
export * from './dossiers/dossiers.ts';
export { CopyImpossible, FileCopy, MetadataKind } from './evidence/copies.ts';
export * from './evidence/evidence.ts';
export { documentTypes, EvidenceFile, FileText, largestFile, UnreadableText } from './evidence/files.ts';
export { mostPassages, TextIdentity } from './evidence/identity/file-identity.ts';
export * from './evidence/identity/identity.ts';
export { AlikePiece, ImportPreview, ImportRow, ListColumn, ListLanguage, mostRows } from './evidence/import.ts';
export { Opening, openMinutes } from './evidence/opening.ts';
export { AskEvidence, EvidenceRequest, RequestAct, RequestState, RequestStep, RequestsShown } from './evidence/requests.ts';
export { mostSearchWords, SearchFound, SearchHit, SearchWords, Stretch } from './evidence/search.ts';
export { OpenedSource, Source, SourceConsent, SourceContent, SourceErasure, SourceRisk } from './evidence/sources.ts';
export { UnfitReason, unfits } from './evidence/unfit.ts';
export * from './gaps/gaps.ts';
export * from './gaps/kinds.ts';
export * from './health.ts';
export * from './obligations/obligations.ts';
export * from './outbox.ts';
export * from './people/people.ts';
export * from './publications/publications.ts';
export * from './refusals.ts';
export * from './reports/reports.ts';
export * from './shapes.ts';
export * from './treaties/treaties.ts';

/** Every door of the API, by word. */
export const contract = {
  platform,
  people,
  treaties,
  obligations,
  dossiers,
  evidence: { ...evidence, ...searching },
  assessments: { ...assessments, ...criminalisation },
  gaps,
  publications,
  reports,
};

/** Every door in one list, for the tests and documents that walk them all. */
export const doors: Door[] = Object.values(contract).flatMap((word) => Object.values(word) as Door[]);
