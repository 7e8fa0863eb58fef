/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  // The faults and the fuzz run have runs of their own (jest.faults.config.mjs, jest.fuzz.config.mjs).
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/faults/', '<rootDir>/test/fuzz/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'development'] },
  globalSetup: '<rootDir>/test/cluster.setup.mjs',
  globalTeardown: '<rootDir>/test/cluster.teardown.mjs',
  // For a machine that is far slower than usual: what hangs is ended all the same.
  testTimeout: 120_000,
  testSequencer: '<rootDir>/../../tools/long-first.mjs',
  // A worker keeps what its earlier files have loaded, and collecting it takes longer and longer: a new one begins with an empty heap.
  workerIdleMemoryLimit: '700MB',
};
