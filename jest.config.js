/** Folders of tests that start the bundle, real Terraform runs, or both. All others together take less than a minute. */
const RUNS = ['cli', 'golden', 'loopback', 'stories'];

/** What `npm test` leaves to `npm run test:slow`. */
const SLOW = ['slow'];

const project = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.kompos-runtime/'],
};

const parts = {
  unit: {
    globalSetup: '<rootDir>/__tests__/support/require-terraform.ts',
    testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
    testPathIgnorePatterns: [...RUNS, ...SLOW].map((folder) => `<rootDir>/__tests__/${folder}/`),
  },
  runs: {
    globalSetup: '<rootDir>/__tests__/support/build-bundle.ts',
    testMatch: RUNS.map((folder) => `<rootDir>/__tests__/${folder}/**/*.test.ts`),
  },
  slow: {
    globalSetup: '<rootDir>/__tests__/support/build-bundle.ts',
    testMatch: SLOW.map((folder) => `<rootDir>/__tests__/${folder}/**/*.test.ts`),
  },
};

const wanted = (process.env['TEST_PARTS'] ?? 'unit,runs').split(',');

/** @type {import('jest').Config} */
export default {
  projects: Object.entries(parts)
    .filter(([displayName]) => wanted.includes(displayName))
    .map(([displayName, part]) => ({ ...project, displayName, ...part })),
  // Most tests wait for git, Terraform and the bundle: one worker for each core keeps none of them idle.
  maxWorkers: '100%',
  testTimeout: 60_000,
};
