/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  setupFiles: ['<rootDir>/product.setup.mjs'],
  globalSetup: '<rootDir>/serve.setup.mjs',
  globalTeardown: '<rootDir>/serve.teardown.mjs',
  testTimeout: 120_000,
  testSequencer: '<rootDir>/../tools/long-first.mjs',
};
