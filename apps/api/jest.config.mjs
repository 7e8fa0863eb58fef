/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  // The faults have a run of their own (jest.faults.config.mjs).
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/faults/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'development'] },
  globalSetup: '<rootDir>/test/cluster.setup.mjs',
  globalTeardown: '<rootDir>/test/cluster.teardown.mjs',
  testTimeout: 30_000,
};
