import { describe, expect, test } from '@jest/globals';
import { type OrganisationKind, ReviewAct, ReviewStatus, Role } from '@servanda/contract';
import { mintScope } from '../platform/db/scope.ts';
import { policy } from './assessments.policy.ts';

const as = (role: Role, organisationKind: OrganisationKind = 'government') =>
  mintScope({
    organisation: 'o',
    organisationKind,
    iso3: null,
    person: 'me',
    personName: 'Post',
    role,
    body: null,
    session: null,
    key: null,
    confirmedAt: null,
  });
const judged = (authorId: string, status: ReviewStatus = 'submitted', isLatest = true) => ({ authorId, status, isLatest });

describe('who may do what with a judgement', () => {
  test.each([
    ['lead', null],
    ['reviewer', null],
    ['contributor', null],
    ['viewer', 'role'],
  ] as const)('%s records: %s', (role, because) => {
    expect(policy.record(as(role), { applies: true }).because).toBe(because);
  });
  test('nobody records on an element that does not apply', () => {
    expect(policy.record(as('lead'), { applies: false }).because).toBe('not_applicable');
    expect(policy.record(as('viewer'), { applies: false }).because).toBe('role');
  });

  test.each([
    ['submit', 'contributor', 'me', null],
    ['submit', 'contributor', 'another', 'role'],
    ['submit', 'reviewer', 'another', 'role'],
    ['submit', 'lead', 'another', null],
    ['submit', 'viewer', 'me', 'role'],
    ['accept', 'reviewer', 'another', null],
    ['accept', 'lead', 'another', null],
    ['accept', 'lead', 'me', 'own_work'],
    ['accept', 'contributor', 'another', 'role'],
    ['return', 'reviewer', 'another', null],
    ['return', 'reviewer', 'me', 'own_work'],
    ['return', 'viewer', 'another', 'role'],
  ] as const)('%s by a %s of the work of %s: %s', (act, role, author, because) => {
    expect(policy.review(act, as(role), judged(author, act === 'submit' ? 'draft' : 'submitted')).because).toBe(because);
  });

  test('an act that does not follow is refused for its state; the operator never acts', () => {
    for (const act of ReviewAct.options)
      for (const status of ReviewStatus.options) {
        expect(policy.review(act, as('lead'), judged('another', status, false)).because).toBe('state');
        expect(policy.review(act, as('lead', 'operator'), judged('another', status)).because).toBe('role');
        for (const role of Role.options) expect(policy.review(act, as(role), judged('me', status)).allowed && act !== 'submit').toBe(false);
      }
  });
});
