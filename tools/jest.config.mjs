/** @type {import('jest').Config} */
export default { testEnvironment: 'node', testMatch: ['<rootDir>/**/*.spec.mjs'], transform: {}, testTimeout: 120_000 };
