import usual from './jest.config.mjs';

/** The run of `npm run fuzz`: not part of the tests. */
export default { ...usual, testMatch: ['<rootDir>/test/fuzz/**/*.spec.ts'], testPathIgnorePatterns: [] };
