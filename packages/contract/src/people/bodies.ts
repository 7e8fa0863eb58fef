// The ministries and bodies of an organisation.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Id, May, Moment, Name, Version } from '../shapes.ts';
import { Email } from './roles.ts';

/** A body by its id and names, as other words carry it. `shortName` is empty where it has none. */
export const BodyName = z.object({ id: Id, name: z.string(), shortName: z.string() }).meta({ id: 'BodyName' });
export type BodyName = z.infer<typeof BodyName>;

export const Body = BodyName.extend({
  version: z.number().int(),
  email: z.string().nullable(),
  /** An archived body keeps what it did and is given nothing new. */
  archivedAt: Moment.nullable(),
  /** Active members who belong to it. */
  members: z.number().int(),
}).meta({ id: 'Body' });
export type Body = z.infer<typeof Body>;

const written = { name: Name(200), shortName: Name(40, 0).default(''), email: Email.nullable().default(null) };
export const AddBody = z.object(written).meta({ id: 'AddBody' });
export const ReviseBody = z.object({ ...written, version: Version, isArchived: z.boolean().default(false) }).meta({ id: 'ReviseBody' });

const door = doorsOf('people');
export const bodies = {
  bodies: door('bodies', {
    method: 'GET',
    path: '/api/organisation/bodies',
    summary: 'The ministries and bodies of my organisation, archived ones last',
    access: 'session',
    allows: allow.members,
    output: z.object({ items: z.array(Body), total: z.number().int(), may: z.object({ add: May, revise: May }) }),
  }),
  addBody: door('addBody', {
    method: 'POST',
    path: '/api/organisation/bodies',
    summary: 'Add a ministry or body',
    access: 'session',
    allows: allow.governors,
    input: { body: AddBody },
    output: Body,
    status: 201,
    refusals: ['forbidden', 'already_exists', 'cross_site', 'unsupported_media_type'],
    repeats: true,
  }),
  reviseBody: door('reviseBody', {
    method: 'PUT',
    path: '/api/organisation/bodies/{body}',
    summary: 'Rename a body, archive it or bring it back',
    access: 'session',
    allows: allow.governors,
    input: { params: z.object({ body: Id }), body: ReviseBody },
    output: Body,
    refusals: ['forbidden', 'not_found', 'stale_version', 'already_exists', 'cross_site', 'unsupported_media_type'],
  }),
};
