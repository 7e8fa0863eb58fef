// The members of an organisation and those whom it has invited.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Day, Id, May, Moment, Version } from '../shapes.ts';
import { BodyName } from './bodies.ts';
import { Email, Role } from './roles.ts';

export const MemberStatus = z.enum(['active', 'suspended', 'left']);
export type MemberStatus = z.infer<typeof MemberStatus>;

export const Member = z
  .object({
    person: Id,
    name: z.string(),
    role: Role,
    status: MemberStatus,
    body: BodyName.nullable(),
    version: z.number().int(),
    since: Moment,
    endedAt: Moment.nullable(),
    isMe: z.boolean(),
    /** For leads, and of oneself; null for other members. */
    email: z.string().nullable(),
    /** The last day on which the member was seen here; for leads, null for others. */
    lastActiveOn: Day.nullable(),
    /** Whether the member has a second factor; for leads, null for others. */
    hasSecondFactor: z.boolean().nullable(),
    may: z.object({ revise: May, suspend: May, reinstate: May, remove: May }),
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;

/** Somebody who was asked and has not answered yet. */
export const OpenInvitation = z
  .object({ id: Id, email: z.string(), role: Role, body: z.string().nullable(), invitedBy: z.string(), sentAt: Moment, expiresAt: Moment, isOver: z.boolean() })
  .meta({ id: 'OpenInvitation' });
export type OpenInvitation = z.infer<typeof OpenInvitation>;

export const Invite = z
  .object({
    invitations: z
      .array(z.object({ email: Email, role: Role, body: Id.nullable().default(null) }))
      .min(1, 'Name at least one address')
      .max(100, 'At most 100 addresses at a time'),
  })
  .superRefine(({ invitations }, ctx) => {
    const seen = new Set<string>();
    for (const [i, { email }] of invitations.entries()) {
      if (seen.has(email)) ctx.addIssue({ code: 'custom', path: ['invitations', i, 'email'], message: 'This address stands in the list twice' });
      seen.add(email);
    }
  })
  .meta({ id: 'Invite' });
/** `member`: belongs to the organisation already, so that nothing was sent. */
export const InviteResult = z
  .object({ email: z.string(), outcome: z.enum(['invited', 'sent_again', 'member']), invitation: Id.nullable() })
  .meta({ id: 'InviteResult' });
export type InviteResult = z.infer<typeof InviteResult>;

const version = Version;
export const ReviseMember = z.object({ version, role: Role, body: Id.nullable() }).meta({ id: 'ReviseMember' });
export const AtVersion = z.object({ version }).meta({ id: 'AtVersion' });

const person = z.object({ person: Id });
const refused = ['forbidden', 'not_found', 'stale_version', 'wrong_state', 'last_lead', 'cross_site', 'unsupported_media_type'] as const;
/** A place outlives the session that gave it: only who has just proven who he or she is gives one (decision 0015). */
const placing = { ...allow.governors, fresh: true };
const door = doorsOf('people');
export const members = {
  members: door('members', {
    method: 'GET',
    path: '/api/organisation/members',
    summary: 'The members of my organisation, and for leads whom it has invited',
    access: 'session',
    allows: allow.members,
    output: z.object({ items: z.array(Member), invitations: z.array(OpenInvitation), total: z.number().int(), may: z.object({ invite: May }) }),
  }),
  invite: door('invite', {
    method: 'POST',
    path: '/api/organisation/invitations',
    summary: 'Invite people by their addresses, each with a role and a body; a letter goes to each',
    access: 'session',
    allows: placing,
    input: { body: Invite },
    output: z.object({ results: z.array(InviteResult) }),
    status: 201,
    refusals: ['forbidden', 'cross_site', 'unsupported_media_type'],
    repeats: true,
  }),
  inviteAgain: door('inviteAgain', {
    method: 'POST',
    path: '/api/organisation/invitations/{invitation}/letter',
    summary: 'Send an open invitation again; the earlier link stops working',
    access: 'session',
    allows: allow.governors,
    input: { params: z.object({ invitation: Id }) },
    output: InviteResult,
    status: 201,
    refusals: ['forbidden', 'not_found', 'cross_site'],
  }),
  withdrawInvitation: door('withdrawInvitation', {
    method: 'DELETE',
    path: '/api/organisation/invitations/{invitation}',
    summary: 'Take an open invitation back; its link stops working',
    access: 'session',
    allows: allow.governors,
    input: { params: z.object({ invitation: Id }) },
    output: z.null(),
    status: 204,
    refusals: ['forbidden', 'not_found', 'cross_site'],
  }),
  reviseMember: door('reviseMember', {
    method: 'PUT',
    path: '/api/organisation/members/{person}',
    summary: 'Change the role and the body of a member; holds from his or her next request',
    access: 'session',
    allows: placing,
    input: { params: person, body: ReviseMember },
    output: Member,
    refusals: refused,
  }),
  suspendMember: door('suspendMember', {
    method: 'POST',
    path: '/api/organisation/members/{person}/suspension',
    summary: 'Suspend a member; running sessions end',
    access: 'session',
    allows: allow.governors,
    input: { params: person, body: AtVersion },
    output: Member,
    refusals: refused,
  }),
  reinstateMember: door('reinstateMember', {
    method: 'POST',
    path: '/api/organisation/members/{person}/reinstatement',
    summary: 'Reinstate a suspended member in the role he or she had',
    access: 'session',
    allows: placing,
    input: { params: person, body: AtVersion },
    output: Member,
    refusals: refused.filter((code) => code !== 'last_lead'),
  }),
};
