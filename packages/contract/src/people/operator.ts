// What the operator may do and see: organisations as counts, and how the instance is; nothing that an organisation keeps.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Id, Iso3, Line, Moment, Version } from '../shapes.ts';
import { InviteResult } from './members.ts';
import { Locale } from './organisation.ts';
import { Email, OrganisationKind } from './roles.ts';

export const CountedOrganisation = z
  .object({
    id: Id,
    kind: OrganisationKind,
    name: z.string(),
    iso3: z.string().nullable(),
    version: z.number().int(),
    foundedAt: Moment,
    suspendedAt: Moment.nullable(),
    members: z.number().int(),
    leads: z.number().int(),
    /** Open invitations. */
    invitations: z.number().int(),
  })
  .meta({ id: 'CountedOrganisation' });
export type CountedOrganisation = z.infer<typeof CountedOrganisation>;

export const FoundOrganisation = z
  .object({
    kind: OrganisationKind.exclude(['operator']),
    name: Line(200),
    /** The State that a government is; for the others null. */
    iso3: Iso3.nullable().default(null),
    locale: Locale.default('en'),
    /** Address of the first lead, to whom an invitation goes. */
    lead: Email,
  })
  .refine((o) => (o.kind === 'government') === (o.iso3 !== null), { path: ['iso3'], message: 'A government is that of a State; the others have none' })
  .meta({ id: 'FoundOrganisation' });
export const RenameOrganisation = z.object({ version: Version, name: Line(200) }).meta({ id: 'RenameOrganisation' });
export const InviteLead = z.object({ email: Email }).meta({ id: 'InviteLead' });

/** Counts, moments and codes of errors; never an address or a word of a letter. */
const MailState = z.object({
  delivery: z.enum(['smtp', 'none']),
  waiting: z.number().int(),
  retrying: z.number().int(),
  sentInADay: z.number().int(),
  deadInAWeek: z.number().int(),
  oldestWaiting: z.string().nullable(),
  lastSent: z.string().nullable(),
  errors: z.record(z.string(), z.number().int()),
});
export const InstanceState = z
  .object({
    status: z.enum(['ready', 'degraded', 'not_ready']),
    database: z.enum(['ok', 'behind', 'unreachable']),
    disk: z.enum(['ok', 'low', 'unreachable']),
    fileStore: z.enum(['ok', 'full', 'unreachable']),
    mail: MailState,
    /** Background work by queue: counts, never what it is about. */
    jobs: z.array(z.object({ queue: z.string(), waiting: z.number().int(), active: z.number().int(), failed: z.number().int() })),
    versions: z.object({
      service: z.string(),
      node: z.string(),
      postgres: z.string(),
      catalogue: z.string().nullable(),
      migrations: z.number().int(),
      newestMigration: z.string().nullable(),
    }),
    /** Since when this process runs. */
    runningSince: Moment,
  })
  .meta({ id: 'InstanceState' });
export type InstanceState = z.infer<typeof InstanceState>;

const params = z.object({ organisation: Id });
const refused = ['forbidden', 'not_found', 'wrong_state', 'cross_site'] as const;
/** Whoever invites a lead opens an organisation to him or her. */
const placing = { ...allow.operators, fresh: true };
const door = doorsOf('people');
export const operator = {
  organisations: door('organisations', {
    method: 'GET',
    path: '/api/operator/organisations',
    summary: 'The organisations of this instance, as counts',
    access: 'session',
    allows: allow.operators,
    output: z.object({ items: z.array(CountedOrganisation), total: z.number().int() }),
  }),
  foundOrganisation: door('foundOrganisation', {
    method: 'POST',
    path: '/api/operator/organisations',
    summary: 'Found an organisation and invite its first lead',
    access: 'session',
    allows: placing,
    input: { body: FoundOrganisation },
    output: CountedOrganisation,
    status: 201,
    refusals: ['forbidden', 'state_unknown', 'already_exists', 'cross_site', 'unsupported_media_type'],
    repeats: true,
  }),
  renameOrganisation: door('renameOrganisation', {
    method: 'PUT',
    path: '/api/operator/organisations/{organisation}',
    summary: 'Rename an organisation',
    access: 'session',
    allows: allow.operators,
    input: { params, body: RenameOrganisation },
    output: CountedOrganisation,
    refusals: ['forbidden', 'not_found', 'stale_version', 'cross_site', 'unsupported_media_type'],
  }),
  inviteLead: door('inviteLead', {
    method: 'POST',
    path: '/api/operator/organisations/{organisation}/lead',
    summary: 'Invite the first lead again, or another one, while an organisation has none',
    access: 'session',
    allows: placing,
    input: { params, body: InviteLead },
    output: InviteResult,
    status: 201,
    refusals: [...refused, 'unsupported_media_type'],
  }),
  suspendOrganisation: door('suspendOrganisation', {
    method: 'POST',
    path: '/api/operator/organisations/{organisation}/suspension',
    summary: 'Suspend an organisation: its members wait, sessions and keys end; nothing is lost',
    access: 'session',
    allows: placing,
    input: { params },
    output: CountedOrganisation,
    status: 201,
    refusals: refused,
  }),
  reinstateOrganisation: door('reinstateOrganisation', {
    method: 'POST',
    path: '/api/operator/organisations/{organisation}/reinstatement',
    summary: 'Reinstate a suspended organisation, each member in the state he or she had',
    access: 'session',
    allows: allow.operators,
    input: { params },
    output: CountedOrganisation,
    status: 201,
    refusals: refused,
  }),
  instance: door('instance', {
    method: 'GET',
    path: '/api/operator/instance',
    summary: 'How this instance is: health, mail, versions',
    access: 'session',
    allows: allow.operators,
    output: InstanceState,
  }),
};
