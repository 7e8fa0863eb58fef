import { expect, it } from '@jest/globals';
import { sameKindOfPage } from './same-kind.ts';

it.each([
  ['/dossiers', 'ngo', '/dossiers'],
  ['/dossiers/01890a5d/obligations/8.1', 'ngo', '/dossiers'],
  ['/dossiers/01890a5d', 'operator', '/operator'],
  ['/operator/instance', 'government', '/dossiers'],
  ['/operator', 'operator', '/operator'],
  ['/organisation/bodies', 'nhri', '/organisation/bodies'],
  ['/organisation/keys', 'nhri', '/organisation/members'],
  ['/brief', 'ngo', '/brief'],
  ['/journal', 'ngo', '/'],
  ['/states/XAA', 'ngo', '/states/XAA'],
  ['/account', 'ngo', '/account'],
] as const)('%s under an organisation of kind %s is %s', (from, kind, to) => expect(sameKindOfPage(from, kind)).toBe(to));
