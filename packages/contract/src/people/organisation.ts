// The organisation in which one works: its settings, and the change to another one.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Id, May, Name, Version } from '../shapes.ts';
import { Organisation } from './roles.ts';

export const Locale = z.enum(['en', 'fr', 'ar']);

export const OrganisationSettings = Organisation.extend({
  version: z.number().int(),
  /** The language of its letters, and of the interface where a member has chosen none. */
  locale: Locale,
  may: z.object({ revise: May }),
}).meta({ id: 'OrganisationSettings' });
export type OrganisationSettings = z.infer<typeof OrganisationSettings>;

export const ReviseOrganisation = z.object({ version: Version, name: Name(200), locale: Locale }).meta({ id: 'ReviseOrganisation' });
export const ChooseOrganisation = z.object({ organisation: Id }).meta({ id: 'ChooseOrganisation' });

const door = doorsOf('people');
export const organisation = {
  organisation: door('organisation', {
    method: 'GET',
    path: '/api/organisation',
    summary: 'The organisation in which I work, and its settings',
    access: 'session',
    allows: allow.members,
    output: OrganisationSettings,
  }),
  reviseOrganisation: door('reviseOrganisation', {
    method: 'PUT',
    path: '/api/organisation',
    summary: 'Change the name and the language of my organisation',
    access: 'session',
    allows: allow.governors,
    input: { body: ReviseOrganisation },
    output: OrganisationSettings,
    refusals: ['forbidden', 'stale_version', 'cross_site', 'unsupported_media_type'],
  }),
};
