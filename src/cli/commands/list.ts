import { command } from '../command.ts';
import { projectOf } from '../general-options.ts';
import { showProblems } from '../show-problems.ts';
import { choice, flag } from '../options.ts';

const FORMAT = choice(
  '--format',
  'FORMAT',
  ['table', 'json', 'paths'],
  'table (default), json, or paths (one per line).',
);

const DEPENDS = flag('--depends', 'Also prints the leaves that each one depends on, as "kompos graph" finds them.');

export const list = command({
  name: 'list',
  summary: 'Prints the leaves with their composition and place, and whether they are enabled.',
  operands: ['[<config_path>]'],
  options: [DEPENDS, FORMAT],
  examples: [
    { line: 'list', does: 'all leaves' },
    { line: 'list env=dev --format paths', does: 'the paths of those in one environment' },
  ],
  request: (call) => ({
    ...projectOf(call),
    configPath: call.configPath,
    format: call.get(FORMAT) ?? 'table',
    depends: call.get(DEPENDS),
  }),
  async run(request, edge) {
    const { listLeaves } = await import('../../commands/list/list.ts');
    const { text, problems } = await listLeaves(request, edge);
    edge.print(text);
    showProblems(problems, edge);
    return 0;
  },
});
