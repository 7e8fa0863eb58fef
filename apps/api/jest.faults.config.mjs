import usual from './jest.config.mjs';

/** Specs of the API that hold something to a time: it is judged with the large figures alone, as in the faults. */
const timed = ['accounts', 'demo', 'edge', 'health', 'mail', 'publication-property', 'raw-lines', 'templates', 'throttle', 'uploads'];
const judged = process.env.FAULTS === 'large' ? timed.map((name) => `<rootDir>/test/${name}.spec.ts`) : [];

/** The fault suite: one file after another, for two would take each other’s turn on the machine. */
export default { ...usual, testMatch: ['<rootDir>/test/faults/**/*.spec.ts', ...judged], testPathIgnorePatterns: [] };
