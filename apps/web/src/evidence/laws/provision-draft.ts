// What the form of a national provision holds while it is written: text as typed. It becomes what the contract takes only when it is sent.
import { AddNationalProvision, type NationalProvisionRevision, PenaltyUnit, ReviseNationalProvision } from '@servanda/contract';
import { z } from 'zod';

const TypedPenalty = z.object({
  unit: z.union([PenaltyUnit, z.literal('')]),
  minimum: z.string(),
  maximum: z.string(),
  currency: z.string(),
  toLife: z.boolean(),
  note: z.string(),
});
export type PenaltyDraft = z.infer<typeof TypedPenalty>;
const Typed = z.object({
  law: z.string(),
  article: z.string(),
  title: z.string(),
  inForceFrom: z.string(),
  inForceTo: z.string(),
  penalties: z.array(TypedPenalty),
  text: z.string(),
  elements: z.array(z.string()),
  /** The revision that the writer saw; 0 where the provision is new. */
  version: z.number().int(),
  change: z.enum(['added', 'corrected', 'amended']),
});
export type ProvisionDraft = z.infer<typeof Typed>;

/** A number as people type it, with a point or a comma; undefined where it is none. */
const numberOf = (typed: string): number | null | undefined => {
  const text = typed.replace(/[\s\u00a0'’]/g, '').replace(',', '.');
  if (text === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
};
const penaltyOf = ({ unit, minimum, maximum, currency, toLife, note }: PenaltyDraft) => {
  const isImprisonment = unit === 'days' || unit === 'months' || unit === 'years';
  return {
    ...{
      unit: unit || undefined,
      minimum: numberOf(minimum) ?? (minimum.trim() ? Number.NaN : null),
      maximum: numberOf(maximum) ?? (maximum.trim() ? Number.NaN : null),
    },
    ...{ currency: unit === 'fine' ? currency.trim() || null : null, toLife: isImprisonment && toLife, note },
  };
};
/** The draft in the contract's shape, still unchecked. */
const filled = (draft: ProvisionDraft) => ({
  ...draft,
  inForceFrom: draft.inForceFrom || null,
  inForceTo: draft.inForceTo || null,
  penalties: draft.penalties.map(penaltyOf),
});

/** Holds a draft against the contract's own schema. */
export const CheckedProvision = Typed.superRefine((draft, ctx) => {
  const result = draft.change === 'added' ? AddNationalProvision.safeParse(filled(draft)) : ReviseNationalProvision.safeParse(filled(draft));
  for (const { path, message } of result.error?.issues ?? [])
    ctx.addIssue({ code: 'custom', path, message: path[0] === 'law' && draft.law === '' ? 'Choose a law of this dossier' : message });
});
export const toAdd = (draft: ProvisionDraft) => AddNationalProvision.parse(filled(draft));
export const toRevise = (draft: ProvisionDraft) => ReviseNationalProvision.parse(filled(draft));

export const emptyPenalty: PenaltyDraft = { unit: '', minimum: '', maximum: '', currency: '', toLife: false, note: '' };
export const emptyProvision = (law: string, elements: string[]): ProvisionDraft => ({
  ...{ law, article: '', title: '', inForceFrom: '', inForceTo: '', penalties: [], text: '', elements, version: 0, change: 'added' },
});

const typed = (value: number | null) => (value === null ? '' : String(value));
/** The newest revision laid out to be corrected, or amended: then the new wording's days are still to be said. */
export const provisionDraftOf = (law: string, newest: NationalProvisionRevision, change: 'corrected' | 'amended'): ProvisionDraft => ({
  ...{ law, article: newest.article, title: newest.title, text: newest.text, elements: newest.elements, version: newest.number, change },
  inForceFrom: change === 'amended' ? '' : (newest.inForceFrom ?? ''),
  inForceTo: change === 'amended' ? '' : (newest.inForceTo ?? ''),
  penalties: newest.penalties.map((p) => ({ ...p, minimum: typed(p.minimum), maximum: typed(p.maximum), currency: p.currency ?? '' })),
});
