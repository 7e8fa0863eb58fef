// To which body and post each element of a dossier is given.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { BodyName } from '../people/bodies.ts';
import { ElementCode, Id, Moment } from '../shapes.ts';

/** Who answers for an element: a body, a person in it, or nobody yet. `isMine`: given to me, or to my body and to nobody in it. */
export const Assigned = {
  body: BodyName.nullable(),
  owner: z.object({ id: Id, name: z.string() }).nullable(),
  isMine: z.boolean(),
};

/** What is left out stays as it is; null takes away. A person without a body brings his or her own where the element has none. */
export const Assign = z
  .object({
    elements: z.array(ElementCode).min(1, 'Choose at least one element').max(100),
    body: Id.nullable().optional(),
    person: Id.nullable().optional(),
  })
  .refine((a) => a.body !== undefined || a.person !== undefined, { path: ['body'], message: 'Choose a body or a person' })
  .meta({ id: 'Assign' });

export const Assignment = z
  .object({
    number: z.number().int(),
    body: BodyName.nullable(),
    person: z.object({ id: Id, name: z.string() }).nullable(),
    /** `handed_over`: passed on because somebody left. */
    cause: z.enum(['assigned', 'handed_over']),
    by: z.string(),
    at: Moment,
  })
  .meta({ id: 'Assignment' });
export type Assignment = z.infer<typeof Assignment>;

const door = doorsOf('dossiers');
export const assignments = {
  assign: door('assign', {
    method: 'POST',
    path: '/api/dossiers/{id}/assignments',
    summary: 'Give elements to a body, a person or both; many at once',
    access: 'session',
    allows: allow.leads,
    input: { params: z.object({ id: Id }), body: Assign },
    output: z.object({ changed: z.array(ElementCode) }),
    refusals: ['not_found', 'forbidden', 'cross_site', 'unsupported_media_type'],
  }),
  assignments: door('assignments', {
    method: 'GET',
    path: '/api/dossiers/{id}/elements/{code}/assignments',
    summary: 'To whom an element was given, newest first',
    guests: true,
    access: 'session',
    allows: allow.readers,
    input: { params: z.object({ id: Id, code: ElementCode }) },
    output: z.object({ items: z.array(Assignment), total: z.number().int() }),
    refusals: ['not_found'],
  }),
};
