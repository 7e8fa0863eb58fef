import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { doors } from '@servanda/contract';
import { authorisationPage } from '../src/platform/http/docs/authorisation.ts';

const page = readFileSync(new URL('../../../docs/authorisation.md', import.meta.url), 'utf8');

test('docs/authorisation.md says what the contract says; else run `npm run authorisation`', () => expect(page).toBe(authorisationPage(doors)));

test('it names every door once', () => {
  for (const door of doors) expect(page.split(`\`${door.method} ${door.path}\``)).toHaveLength(2);
});
