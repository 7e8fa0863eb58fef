import { describe, expect, test } from '@jest/globals';
import type { May } from '@servanda/contract';
import { mintScope } from '../../platform/db/scope.ts';
import { type Membered, policy } from './members.policy.ts';

const who = (role: 'lead' | 'viewer', person = 'me') =>
  mintScope({
    ...{ organisation: 'o', organisationKind: 'ngo', iso3: null, person, personName: 'Post', role, body: null },
    ...{ session: null, key: null, confirmedAt: null },
  });
const member = (part: Partial<Membered>): Membered => ({ person: 'other', role: 'contributor', status: 'active', otherLeads: 1, waits: false, ...part });
const because = (may: May) => (may.allowed ? 'yes' : may.because);

describe('who may do what with a member', () => {
  test.each<[string, Partial<Membered>, revise: string, suspend: string, reinstate: string, remove: string]>([
    ['a colleague', {}, 'yes', 'yes', 'state', 'yes'],
    ['somebody suspended', { status: 'suspended' }, 'yes', 'state', 'yes', 'yes'],
    ['somebody who waits with the organisation', { status: 'suspended', waits: true }, 'yes', 'state', 'state', 'yes'],
    ['somebody who left', { status: 'left' }, 'state', 'state', 'state', 'state'],
    ['another lead', { role: 'lead' }, 'yes', 'yes', 'state', 'yes'],
    ['oneself', { person: 'me', role: 'lead' }, 'yes', 'oneself', 'state', 'oneself'],
  ])('%s', (_, part, ...expected) => {
    const lead = who('lead');
    const one = member(part);
    expect([policy.revise(lead, one), policy.suspend(lead, one), policy.reinstate(lead, one), policy.remove(lead, one)].map(because)).toEqual(expected);
    const viewer = who('viewer', 'someone');
    for (const act of ['revise', 'suspend', 'reinstate', 'remove'] as const) expect(because(policy[act](viewer, one))).toBe('role');
  });

  test('the last lead keeps the role and stays', () => {
    const last = member({ person: 'me', role: 'lead', otherLeads: 0 });
    expect(because(policy.revise(who('lead'), last, 'viewer'))).toBe('last_lead');
    expect(because(policy.revise(who('lead'), last, 'lead'))).toBe('yes');
    expect(because(policy.leave(last))).toBe('last_lead');
    expect(because(policy.leave(member({ person: 'me', role: 'lead', otherLeads: 1 })))).toBe('yes');
    expect(because(policy.leave(member({ person: 'me' })))).toBe('yes');
  });
});
