import type { EvidenceRevision } from '@servanda/contract';
import { type DraftField, differing, draftFields, draftOf, type EvidenceDraft } from '../evidence-draft.ts';

/** What one revision says and how it differs from the one before it. */
export interface Change {
  revision: EvidenceRevision;
  now: EvidenceDraft;
  before: EvidenceDraft | null;
  fields: DraftField[];
  /** Files that came, and names of those that went. */
  added: EvidenceRevision['files'];
  removed: EvidenceRevision['files'];
}

const said = ({ content, number }: EvidenceRevision): EvidenceDraft => draftOf({ ...content, version: number });
const without = (files: EvidenceRevision['files'], others: EvidenceRevision['files']) => files.filter(({ id }) => !others.some((other) => other.id === id));

/** Revisions, newest first, each held against the one before it. Of the first all that is stated is new. */
export const changesOf = (revisions: readonly EvidenceRevision[]): Change[] =>
  revisions.map((revision, i) => {
    const earlier = revisions[i + 1];
    const now = said(revision);
    const before = earlier ? said(earlier) : null;
    return {
      ...{ revision, now, before },
      fields: before ? differing(before, now) : draftFields.filter((field) => now[field] !== ''),
      added: earlier ? without(revision.files, earlier.files) : [],
      removed: earlier ? without(earlier.files, revision.files) : [],
    };
  });
