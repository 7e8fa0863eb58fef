import { describe, expect, it } from '@jest/globals';
import { readText } from './data-files.ts';
import { sha256 } from './treaty-text.ts';

// The files are kept as received; what people add stands in data/curation/.
describe('data as received', () => {
  it.each([
    ['criminalisation-acts.csv', '8caa1e3adbc89a99a16b41ad4385461b4d1d587ba37f07ccf5f163fb6cc4cd80'],
    ['criminalisation-columns.csv', '35543b4af719b81da9c4835ded362d8836fe225d518fbfc9178bd83d974d3e11'],
    ['due-date-examples.csv', 'b7e082d63afc4a54657c0aa6c5947c395447a49377e3e9aa6b0bd48c650ae94d'],
    ['other-provisions.csv', 'e10db0928dff582c7552f99e2d019286d5cb7cfd1c792e777b49e2fa57362e5a'],
    ['reporting-sections.csv', 'f3687d155d065a5f8d4200dd2132fac28f3c651e79221a8efff6499dddcc2ce4'],
    ['shall-register.csv', '14de889caa0f46621b39e9e0af079df9b6cacfd7d766e453feef587e8be1951a'],
    ['states-parties.csv', '61ffdd5ab4b231ff68d9d9f481d13fe32852b58a404b89779f7b7cc1dbf3f2fe'],
    ['treaty.txt', '91698b078d29f490c9b1bc4f6cf3c6c58ca99feefe37bd93ba9a49d382c7e82e'],
  ])('%s is unchanged', (name, hash) => {
    expect(sha256(readText(name))).toBe(hash);
  });
});
