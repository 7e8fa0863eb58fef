// Somebody leaves; the work stays with the post or goes to a named successor.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Id, Version } from '../shapes.ts';

/** `successor` null: the elements stay with their body, given to nobody in it. */
export const HandOver = z.object({ version: Version, successor: Id.nullable().default(null) }).meta({ id: 'HandOver' });
export const HandedOver = z
  .object({
    /** How many elements passed on. */
    elements: z.number().int(),
    successor: z.object({ id: Id, name: z.string() }).nullable(),
  })
  .meta({ id: 'HandedOver' });

const refused = ['forbidden', 'stale_version', 'last_lead', 'cross_site', 'unsupported_media_type'] as const;
const door = doorsOf('dossiers');
export const handOver = {
  removeMember: door('removeMember', {
    method: 'POST',
    path: '/api/organisation/members/{person}/removal',
    summary: 'Remove a member; the work passes to a successor or stays with the body',
    access: 'session',
    allows: { ...allow.governors, fresh: true },
    input: { params: z.object({ person: Id }), body: HandOver },
    output: HandedOver,
    refusals: [...refused, 'not_found', 'wrong_state'],
  }),
  leave: door('leave', {
    method: 'POST',
    path: '/api/organisation/departure',
    summary: 'Leave the organisation; my work passes to a successor or stays with my body',
    access: 'session',
    allows: allow.members,
    input: { body: HandOver },
    output: HandedOver,
    refusals: refused,
  }),
};
