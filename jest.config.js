/** Test files that start the bundle, real Terraform runs, or both: minutes. All others are done within one. */
const WHOLE_RUNS = ['__tests__/cli', '__tests__/golden', '__tests__/loopback', '__tests__/slow', '__tests__/stories'];

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

/** @type {import('jest').Config} */
export default {
  projects: [
    {
      ...project,
      displayName: 'unit',
      globalSetup: '<rootDir>/__tests__/support/require-terraform.ts',
      testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
      testPathIgnorePatterns: WHOLE_RUNS.map((folder) => `<rootDir>/${folder}/`),
    },
    {
      ...project,
      displayName: 'runs',
      globalSetup: '<rootDir>/__tests__/support/build-bundle.ts',
      testMatch: WHOLE_RUNS.map((folder) => `<rootDir>/${folder}/**/*.test.ts`),
    },
  ],
  // Most tests wait for git, Terraform and the bundle: one worker for each core keeps none of them idle.
  maxWorkers: '100%',
  testTimeout: 60_000,
};
