// What the form of a piece holds while it is written: text as typed. It becomes what the contract takes only when it is sent.
import { AddEvidence, Confidentiality, type Evidence, EvidenceKind, EvidenceMethod, OriginatorKind, ReviseEvidence } from '@servanda/contract';
import { z } from 'zod';

const Typed = z.object({
  kind: z.union([EvidenceKind, z.literal('')]),
  title: z.string(),
  citation: z.string(),
  originator: z.string(),
  originatorKind: z.union([OriginatorKind, z.literal('')]),
  collector: z.string(),
  method: z.union([EvidenceMethod, z.literal('')]),
  territory: z.string(),
  coversWholeTerritory: z.enum(['', 'yes', 'no']),
  population: z.string(),
  translationOf: z.string(),
  reviewBy: z.string(),
  language: z.string(),
  datedOn: z.string(),
  inForceFrom: z.string(),
  inForceTo: z.string(),
  periodFrom: z.string(),
  periodTo: z.string(),
  confidentiality: Confidentiality,
  link: z.string(),
  summary: z.string(),
  /** The revision that the writer saw; 0 where the piece is new. */
  version: z.number().int(),
  /** Files that this revision leaves out. */
  removeFiles: z.array(z.string()),
});
export type EvidenceDraft = z.infer<typeof Typed>;
export type DraftField = Exclude<keyof EvidenceDraft, 'version' | 'removeFiles'>;

/** The draft in the contract's shape, still unchecked. */
const filled = (draft: EvidenceDraft) => ({
  ...draft,
  datedOn: draft.datedOn || null,
  inForceFrom: draft.inForceFrom || null,
  inForceTo: draft.inForceTo || null,
  periodFrom: draft.periodFrom || null,
  periodTo: draft.periodTo || null,
  link: draft.link.trim() || null,
  originatorKind: draft.originatorKind || null,
  method: draft.method || null,
  coversWholeTerritory: draft.coversWholeTerritory ? draft.coversWholeTerritory === 'yes' : null,
  translationOf: draft.translationOf || null,
  reviewBy: draft.reviewBy || null,
});

/** Holds a draft against the contract's own schema. */
export const CheckedDraft = Typed.superRefine((draft, ctx) => {
  const result = AddEvidence.safeParse(filled(draft));
  for (const { path, message } of result.error?.issues ?? []) ctx.addIssue({ code: 'custom', path, message });
});

export const toAdd = (draft: EvidenceDraft) => AddEvidence.parse(filled(draft));
export const toRevise = (draft: EvidenceDraft) => ReviseEvidence.parse(filled(draft));

export const emptyDraft: EvidenceDraft = {
  kind: '',
  title: '',
  citation: '',
  originator: '',
  originatorKind: '',
  collector: '',
  method: '',
  territory: '',
  coversWholeTerritory: '',
  population: '',
  translationOf: '',
  reviewBy: '',
  language: 'en',
  datedOn: '',
  inForceFrom: '',
  inForceTo: '',
  periodFrom: '',
  periodTo: '',
  confidentiality: 'internal',
  link: '',
  summary: '',
  version: 0,
  removeFiles: [],
};

/** A kept piece, or one of its revisions, laid out for revision. */
export const draftOf = (piece: Pick<Evidence, DraftField | 'version'>): EvidenceDraft => ({
  kind: piece.kind,
  title: piece.title,
  citation: piece.citation,
  originator: piece.originator,
  originatorKind: piece.originatorKind ?? '',
  collector: piece.collector,
  method: piece.method ?? '',
  territory: piece.territory,
  coversWholeTerritory: piece.coversWholeTerritory === null ? '' : piece.coversWholeTerritory ? 'yes' : 'no',
  population: piece.population,
  translationOf: piece.translationOf ?? '',
  reviewBy: piece.reviewBy ?? '',
  language: piece.language,
  datedOn: piece.datedOn ?? '',
  inForceFrom: piece.inForceFrom ?? '',
  inForceTo: piece.inForceTo ?? '',
  periodFrom: piece.periodFrom ?? '',
  periodTo: piece.periodTo ?? '',
  confidentiality: piece.confidentiality,
  link: piece.link ?? '',
  summary: piece.summary,
  version: piece.version,
  removeFiles: [],
});

export const draftFields = Object.keys(Typed.shape).filter((name): name is DraftField => name !== 'version' && name !== 'removeFiles');

/** Where two drafts of one piece differ. */
export const differing = (a: EvidenceDraft, b: EvidenceDraft): DraftField[] => draftFields.filter((name) => a[name].trim() !== b[name].trim());
