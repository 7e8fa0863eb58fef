// Somebody leaves; the work stays with the post or goes to a named successor.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Id, Version } from '../shapes.ts';

/** `successor` null: the elements stay with their body, given to nobody in it. */
export const HandOver = z.object({ version: Version, successor: Id.nullable().default(null) }).meta({ id: 'HandOver' });
/** `sources`: what becomes of those that only I may read (decision 0030); needed where there are any. */
export const Departure = HandOver.extend({ sources: z.enum(['to_successor', 'erase']).nullable().default(null) })
  .refine(({ successor, sources }) => sources !== 'to_successor' || successor !== null, {
    path: ['successor'],
    message: 'Choose the member who is to read them',
  })
  .meta({ id: 'Departure' });
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
    input: { body: Departure },
    output: HandedOver,
    refusals: [...refused, 'source_needs_reader'],
  }),
};
