import type { May, Role } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { policy as people } from '../people.policy.ts';

const yes: May = { allowed: true, because: null };
const no = (because: Exclude<May['because'], null>): May => ({ allowed: false, because });

/** The facts of a member that decide who may do what with him or her. */
export interface Membered {
  person: string;
  role: Role;
  status: 'active' | 'suspended' | 'left';
  otherLeads: number;
  waits: boolean;
}

const isLastLead = ({ role, status, otherLeads }: Membered) => role === 'lead' && status === 'active' && otherLeads === 0;
const forLeads = (who: Scope, then: () => May): May => {
  const may = people.manageOrganisation(who);
  return may.allowed ? then() : may;
};

/** Who may do what with members; pure. The same answers are shown (`may`) and enforced; the database keeps the last lead once more. */
export const policy = {
  invite: (who: Scope): May => people.manageOrganisation(who),
  /** Role and body. The last lead may change body, never role: that is asked with `role`. */
  revise: (who: Scope, member: Membered, role: Role = member.role): May =>
    forLeads(who, () => (member.status === 'left' ? no('state') : role !== 'lead' && isLastLead(member) ? no('last_lead') : yes)),
  suspend: (who: Scope, member: Membered): May =>
    forLeads(who, () => (member.person === who.person ? no('oneself') : member.status !== 'active' ? no('state') : isLastLead(member) ? no('last_lead') : yes)),
  reinstate: (who: Scope, member: Membered): May => forLeads(who, () => (member.status === 'suspended' && !member.waits ? yes : no('state'))),
  remove: (who: Scope, member: Membered): May =>
    forLeads(who, () => (member.person === who.person ? no('oneself') : member.status === 'left' ? no('state') : isLastLead(member) ? no('last_lead') : yes)),
  leave: (member: Membered): May => (isLastLead(member) ? no('last_lead') : yes),
};
