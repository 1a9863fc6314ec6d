/**
 * Which folder may import which ("Architecture" in CONTRIBUTING.md). There are no exceptions.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other belong in one file, or a third file is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-circles-of-folders',
      comment: 'Folders form layers: what a folder imports never imports it.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'commands-stand-alone',
      comment: 'What two commands share belongs in execution, markdown or below.',
      severity: 'error',
      from: { path: '^src/commands/([^/]+)/' },
      to: { path: '^src/commands/', pathNot: '^src/commands/$1/' },
    },
    {
      name: 'edges-on-top',
      comment: 'Only the entry knows the action and the command line.',
      severity: 'error',
      from: { pathNot: '^src/(?:index\\.ts$|action/|cli/)' },
      to: { path: '^src/(?:action|cli)/' },
    },
    {
      name: 'commands-above-the-rooms',
      comment: 'These folders serve any command, so they import none.',
      severity: 'error',
      from: { pathNot: '^src/(?:index\\.ts$|action/|cli/|commands/)' },
      to: { path: '^src/commands/' },
    },
    {
      name: 'markdown-is-pure',
      comment: 'The same data gives the same text: nothing is read, started or requested.',
      severity: 'error',
      from: { path: '^src/markdown/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'deciding-is-pure',
      comment: 'Files, programs and the network are passed to these folders as arguments, or stay outside.',
      severity: 'error',
      from: { path: '^src/(?:changes|gate|graph|hierarchy|project)/' },
      to: { path: '^(?:fs|child_process|https?|net|os|process|worker_threads)(?:/|$)', dependencyTypes: ['core'] },
    },
    {
      name: 'github-on-demand',
      comment: 'Loading the API client costs more than most runs.',
      severity: 'error',
      from: { pathNot: '^src/github/' },
      to: { path: '^src/github/', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
