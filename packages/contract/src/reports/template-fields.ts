// What a template of an organisation may name: the closed list of its placeholders. `{state}` stands for a value, `{#elements}…{/elements}` repeats what is between.
import * as z from 'zod';

/** What is repeated, and what a value belongs to; `report`: the report as a whole. */
export const TemplateScope = z.enum(['report', 'articles', 'elements', 'evidence', 'element_gaps', 'gaps', 'annex']);
export type TemplateScope = z.infer<typeof TemplateScope>;
export const TemplateList = TemplateScope.exclude(['report']);
export type TemplateList = z.infer<typeof TemplateList>;

/** The values of each scope. Those of the report may stand anywhere; those of a list within it alone. */
export const templateValues = {
  report: [
    ...(['report', 'state', 'treaty', 'treaty_short', 'organisation', 'dossier', 'day', 'day_iso', 'data_cut_off', 'confidentiality'] as const),
    ...(['summary', 'elements_total', 'elements_applicable', 'gaps_total', 'restricted_left_out', 'catalogue_version', 'hash'] as const),
    ...(['law_assessed', 'law_met', 'law_evidenced', 'law_verified'] as const),
    ...(['practice_assessed', 'practice_met', 'practice_evidenced', 'practice_verified'] as const),
  ],
  articles: ['article'],
  elements: [
    ...(['citation', 'element_title', 'law', 'law_proof', 'practice', 'practice_proof', 'reasons', 'note'] as const),
    ...(['as_of', 'period', 'review', 'ground'] as const),
  ],
  evidence: ['piece_number', 'piece_title', 'piece_citation', 'originator', 'piece_kind', 'piece_date', 'pinpoint', 'stance'],
  element_gaps: ['gap', 'next_step'],
  gaps: ['gap', 'next_step', 'citation', 'element_title', 'law', 'practice'],
  annex: ['piece_number', 'piece_title', 'piece_citation', 'originator', 'piece_kind', 'piece_date', 'cited_under'],
} as const satisfies Record<TemplateScope, readonly string[]>;
export type TemplateValue = (typeof templateValues)[TemplateScope][number];
export const TemplateValue = z.enum([...new Set(Object.values(templateValues).flat())] as [TemplateValue, ...TemplateValue[]]);

/** Directly within what each list may stand. */
export const templateWithin: Record<TemplateList, readonly TemplateScope[]> = {
  articles: ['report'],
  elements: ['report', 'articles'],
  evidence: ['elements'],
  element_gaps: ['elements'],
  gaps: ['report'],
  annex: ['report'],
};
