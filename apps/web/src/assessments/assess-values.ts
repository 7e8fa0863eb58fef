import { type Assessment, type Passage, RecordAssessment, type Stance } from '@servanda/contract';
import { z } from 'zod';

/** The form of a judgement: what the API is sent, with nothing left out. */
export interface AssessValues extends Pick<Assessment, 'law' | 'practice' | 'asOf' | 'periodFrom' | 'periodTo' | 'reasons' | 'qualifierNote'> {
  /** Why the law complies although the criminalisation matrix says no; asked for where it does. */
  matrixReason?: string;
  /** The newest judgement that the writer has seen. */
  basedOn: number | null;
  citations: CitationValue[];
}
export interface CitationValue {
  evidence: string;
  pinpoint: string;
  stance: Stance;
  /** The passage cited, as it was marked in a text. */
  passage: Passage | null;
}

/** Today as the service counts days. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** The contract's schema, which names every fault at once and not the fields first. */
export const CheckedAssessment = z.custom<AssessValues>().superRefine((value, ctx) => {
  const { issues = [] } = RecordAssessment.safeParse(value).error ?? {};
  for (const { path, message } of issues) ctx.addIssue({ code: 'custom', path, message });
  if (!value.law && !value.practice && !issues.some(({ path }) => path[0] === 'law'))
    ctx.addIssue({ code: 'custom', path: ['law'], message: 'Choose a verdict in law, in practice, or both' });
  if (value.asOf > today())
    ctx.addIssue({ code: 'custom', path: ['asOf'], message: 'Choose today or a day before: a judgement holds as of a day that has come' });
});

const passageOf = (cited: Assessment['citations'][number]['passage']): Passage | null =>
  cited?.page ? { file: cited.file, page: cited.page, from: cited.from, to: cited.to, quote: cited.quote } : null;

/** What an earlier judgement says, as the beginning of the next one. Withdrawn pieces can be cited no more and are left out. */
export function valuesFrom(judgement: Assessment | undefined, asOf: string): AssessValues {
  if (!judgement) return { basedOn: null, law: null, practice: null, asOf, periodFrom: null, periodTo: null, reasons: '', qualifierNote: '', citations: [] };
  const { number, law, practice, periodFrom, periodTo, reasons, qualifierNote, matrixReason } = judgement;
  const citations = judgement.citations
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .map(({ evidence, pinpoint, stance, passage }) => ({ evidence, pinpoint, stance, passage: passageOf(passage) }));
  return { basedOn: number, law, practice, asOf, periodFrom, periodTo, reasons, qualifierNote, matrixReason: matrixReason ?? '', citations };
}
