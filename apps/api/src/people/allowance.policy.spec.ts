import { describe, expect, test } from '@jest/globals';
import { type Allowance, allow, contract, type Door, doors, gateRefusals, hides, whoMayUse } from '@servanda/contract';
import { type Caller, policy, proofLife } from './allowance.policy.ts';

const now = new Date('2026-11-26T12:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms).toISOString();
const lead: Caller = { role: 'lead', organisationKind: 'government', right: null, confirmedAt: ago(0) };
const to = (allows: Allowance | null, method: Door['method'] = 'POST', path: Door['path'] = '/api/things') => ({ allows, method, path });
const roles = ['lead', 'reviewer', 'contributor', 'viewer'] as const;
const kinds = ['government', 'ngo', 'nhri', 'operator'] as const;

describe('the gate’s policy', () => {
  test('opens to the roles and kinds of the table, and to nobody else', () => {
    for (const allows of Object.values(allow))
      for (const role of roles)
        for (const organisationKind of kinds) {
          const opens = allows.roles.some((r) => r === role) && allows.kinds.some((k) => k === organisationKind);
          expect(policy.refusalAt(to(allows), { ...lead, role, organisationKind }, now)).toBe(opens ? null : 'forbidden');
          expect(policy.mayUse(to(allows), { role, organisationKind }).allowed).toBe(opens);
        }
  });

  test('tells nobody that a thing exists which he or she may not read', () => {
    const viewer: Caller = { ...lead, role: 'viewer' };
    expect(policy.refusalAt(to(allow.leads, 'GET', '/api/things/{id}'), viewer, now)).toBe('not_found');
    expect(policy.refusalAt(to(allow.leads, 'GET'), viewer, now)).toBe('forbidden');
    expect(policy.refusalAt(to(allow.leads, 'PUT', '/api/things/{id}'), viewer, now)).toBe('forbidden');
  });

  test('opens to a key only what the key was given', () => {
    const key = (right: 'read' | 'write'): Caller => ({ ...lead, right, confirmedAt: null });
    expect(policy.refusalAt(to(allow.readers, 'GET'), key('read'), now)).toBeNull();
    expect(policy.refusalAt(to(allow.readers, 'GET'), key('write'), now)).toBeNull();
    expect(policy.refusalAt(to(allow.writers), key('read'), now)).toBe('forbidden');
    expect(policy.refusalAt(to(allow.writers), key('write'), now)).toBeNull();
    for (const right of ['read', 'write'] as const)
      for (const allows of [allow.members, allow.leads, { ...allow.writers, fresh: true }])
        expect(policy.refusalAt(to(allows), key(right), now)).toBe('forbidden');
    expect(policy.refusalAt(to(allow.writers), { ...key('write'), role: 'viewer' }, now)).toBe('forbidden');
  });

  test('asks for a proof of the last five minutes, and takes none from the future', () => {
    const fresh = to({ ...allow.governors, fresh: true });
    const proven = (confirmedAt: string | null) => policy.refusalAt(fresh, { ...lead, confirmedAt }, now);
    for (const good of [ago(0), ago(proofLife), ago(-59_000)]) expect(proven(good)).toBeNull();
    for (const bad of [ago(proofLife + 1), ago(-61_000), null, 'yesterday', '']) expect(proven(bad)).toBe('confirm_identity');
    // Who may not come in at all is not asked to prove anything.
    expect(policy.refusalAt(fresh, { ...lead, role: 'viewer', confirmedAt: null }, now)).toBe('forbidden');
  });

  test('keeps a door shut that does not say whom it allows', () => expect(policy.refusalAt(to(null), lead, now)).toBe('not_found'));
});

describe('the description of a door', () => {
  test('names every refusal that the gate may give there', () => {
    for (const door of doors.filter((d) => d.access === 'session')) {
      const possible = new Set(
        roles.flatMap((role) =>
          kinds.flatMap((organisationKind) =>
            [null, 'read' as const, 'write' as const].flatMap((right) =>
              [ago(0), null].flatMap((confirmedAt) => policy.refusalAt(door, { role, organisationKind, right, confirmedAt }, now) ?? []),
            ),
          ),
        ),
      );
      // What a session lacks is not for this table to say; factors.spec and sign-on.spec prove it.
      const ofTheTable = gateRefusals(door).filter((code) => code !== 'second_factor_missing' && code !== 'single_sign_on_missing');
      expect([door.name, ofTheTable.sort()]).toEqual([door.name, [...possible].sort()]);
    }
  });

  test('says in a sentence who may use it', () => {
    expect(whoMayUse(contract.assessments.record)).toBe(
      'For leads, reviewers and contributors of governments, NGOs and human-rights institutions; API keys that may write.',
    );
    expect(whoMayUse(contract.people.signIn)).toBe('Open to anyone.');
    expect(whoMayUse({ ...contract.people.whoAmI, allows: { ...allow.governors, fresh: true } })).toBe(
      'For leads of any organisation; no API key. Only within minutes of proving anew who one is.',
    );
    expect([hides(contract.dossiers.get), hides(contract.dossiers.list)]).toEqual([true, false]);
  });
});
