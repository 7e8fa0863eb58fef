// Restricted evidence opens with a typed purpose.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Id, Line, Moment } from '../shapes.ts';

/** Minutes for which a restricted piece stays open to the one who said why. */
export const openMinutes = 15;
export const Opening = z.object({ openUntil: Moment }).meta({ id: 'Opening' });
export type Opening = z.infer<typeof Opening>;

export const openings = {
  open: doorsOf('evidence')('open', {
    method: 'POST',
    path: '/api/dossiers/{id}/evidence/{evidence}/openings',
    summary: 'Open a restricted piece for a quarter of an hour, for a purpose that the journal keeps',
    repeats: true,
    access: 'session',
    // People only: a program has no purpose to state.
    allows: allow.members,
    input: { params: z.object({ id: Id, evidence: Id }), body: z.object({ purpose: Line(500, 10) }) },
    output: Opening,
    status: 201,
    refusals: ['not_found', 'wrong_state', 'cross_site', 'unsupported_media_type'],
  }),
};
