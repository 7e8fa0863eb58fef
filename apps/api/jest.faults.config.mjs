import usual from './jest.config.mjs';

/** The fault suite: one file after another, for each needs the machine to itself. */
export default { ...usual, testMatch: ['<rootDir>/test/faults/**/*.spec.ts'], testPathIgnorePatterns: [] };
