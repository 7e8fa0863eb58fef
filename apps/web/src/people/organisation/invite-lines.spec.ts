import { describe, expect, it } from '@jest/globals';
import { folded, linesOf } from './invite-lines.ts';

const known = {
  role: 'contributor' as const,
  body: null,
  roles: new Map([
    ['reviewer', 'reviewer' as const],
    [folded('Réviseur'), 'reviewer' as const],
    ['viewer', 'viewer' as const],
  ]),
  bodies: new Map([
    [folded('Ministry of Justice'), 'moj'],
    ['mj', 'moj'],
  ]),
};
const of = (list: string) =>
  linesOf(list, known).map(({ email, role, body, fault }) => [email, role, body, fault && (fault.why === 'word' ? fault.word : fault.why)]);

describe('a pasted list', () => {
  it.each([
    ['an address alone takes what is chosen', 'A@Example.org', [['a@example.org', 'contributor', null, null]]],
    [
      'role and body in any order, by comma, semicolon or tab',
      'a@example.org; MJ, Reviewer\nb@example.org\tviewer',
      [
        ['a@example.org', 'reviewer', 'moj', null],
        ['b@example.org', 'viewer', null, null],
      ],
    ],
    ['words of another language, with or without accents', 'a@example.org, reviseur', [['a@example.org', 'reviewer', null, null]]],
    ['a name before the address', 'First Last <a@example.org>', [['a@example.org', 'contributor', null, null]]],
    ['empty lines say nothing', '\n  \r\na@example.org\n\n', [['a@example.org', 'contributor', null, null]]],
    ['what is no address', 'nobody', [['nobody', 'contributor', null, 'address']]],
    ['look-alike letters', 'аdmin@example.org', [['аdmin@example.org', 'contributor', null, 'address']]],
    [
      'the same address again',
      'a@example.org\nA@example.org',
      [
        ['a@example.org', 'contributor', null, null],
        ['a@example.org', 'contributor', null, 'twice'],
      ],
    ],
    ['a word that is neither role nor body', 'a@example.org, owner', [['a@example.org', 'contributor', null, 'owner']]],
  ])('%s', (_, list, expected) => expect(of(list)).toEqual(expected));
});
