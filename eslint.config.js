import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'site/', 'node_modules/', '**/.kompos-runtime/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      eqeqeq: ['error', 'always'],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Only the two edges know what started us: below them the environment, the clock, the working directory and the
    // terminal are arguments.
    files: ['src/**/*.ts'],
    ignores: ['src/index.ts', 'src/action/**', 'src/cli/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        ...['env', 'cwd', 'chdir', 'argv', 'stdin', 'stdout', 'stderr', 'exit', 'exitCode'].map((property) => ({
          object: 'process',
          property,
          message: 'Take it as an argument from src/action or src/cli.',
        })),
        { object: 'Date', property: 'now', message: 'Take the time as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Take the time as an argument.' },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/base/child-process.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: ['child_process', 'node:child_process', '@actions/exec'].map((name) => ({
            name,
            allowTypeImports: true,
            message: 'Start programs through src/base/child-process.ts.',
          })),
        },
      ],
    },
  },
  {
    // Elsewhere nobody has built the bundle (jest.config.js).
    files: ['__tests__/**/*.test.ts'],
    ignores: ['cli', 'golden', 'loopback', 'slow', 'stories'].map((folder) => `__tests__/${folder}/**`),
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/loopback/runner.ts'], message: 'Tests that start the bundle belong in stories.' }] },
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
);
