import { expect, test } from '@jest/globals';
import { isOwnAddress } from './own-address.ts';

test.each([
  ['/dossiers', true],
  ['/dossiers/1/gaps?kind=a,b#e-3.2', true],
  ['/', true],
  ['//evil.example', false],
  ['/\\evil.example', false],
  ['/\t/evil.example', false],
  ['/\n\\evil.example', false],
  ['https://evil.example', false],
  ['javascript:alert(1)', false],
  ['dossiers', false],
  ['', false],
  ['//[', false],
])('%j leads to a page of this app: %s', (address, isOwn) => expect(isOwnAddress(address)).toBe(isOwn));
