// What in the text of a file may identify a child or a suspect, and the decision over it.
import * as z from 'zod';
import { allow, doorsOf } from '../../door.ts';
import { Id, Moment } from '../../shapes.ts';
import { IdentityKind } from './identity.ts';

/** Passages that are kept of one file; further ones are counted. */
export const mostPassages = 200;
/** How many passages of a text may identify somebody, and who decided that they do not. */
export const TextIdentity = z.object({ passages: z.number().int(), decided: z.object({ by: z.string(), at: Moment }).nullable() }).meta({ id: 'TextIdentity' });
export type TextIdentity = z.infer<typeof TextIdentity>;

const Passages = z.object({
  name: z.string(),
  hasPages: z.boolean(),
  /** Null: the text was not looked into yet. */
  identity: TextIdentity.nullable(),
  /** In reading order, at most 200. `from`, `to`: places within the page, in code points; `words` with what stands before and after. */
  items: z.array(
    z.object({
      page: z.number().int(),
      kind: IdentityKind,
      from: z.number().int(),
      to: z.number().int(),
      before: z.string(),
      words: z.string(),
      after: z.string(),
    }),
  ),
});
const params = z.object({ id: Id, evidence: Id, file: Id });
const path = '/api/dossiers/{id}/evidence/{evidence}/files/{file}/identity';
const door = doorsOf('evidence');
export const fileIdentity = {
  fileIdentity: door('fileIdentity', {
    method: 'GET',
    path,
    summary: 'What in the text of a document may identify a child or a suspect, passage by passage',
    access: 'session',
    allows: allow.readers,
    input: { params },
    output: Passages,
    refusals: ['not_found', 'purpose_required'],
  }),
  decideIdentity: door('decideIdentity', {
    method: 'POST',
    path,
    summary: 'Decide, having read them, that these passages identify no child and no suspect who is not finally convicted; the journal keeps it',
    access: 'session',
    allows: allow.writers,
    input: {
      params,
      body: z.object({
        /** How many passages the writer saw. */
        passages: z.number().int().min(1).max(2_147_483_647),
        decision: z.literal('nobody'),
      }),
    },
    output: TextIdentity,
    refusals: ['not_found', 'forbidden', 'wrong_state', 'purpose_required', 'cross_site', 'unsupported_media_type'],
  }),
};
