import { command } from '../command.ts';
import { projectOf } from '../general-options.ts';
import { choice } from '../options.ts';

const FORMAT = choice(
  '--format',
  'FORMAT',
  ['table', 'json', 'paths'],
  'table (default), json, or paths (one per line).',
);

export const list = command({
  name: 'list',
  summary: 'Prints the leaves with their composition and place, and whether they are enabled.',
  operands: ['[<config_path>]'],
  options: [FORMAT],
  examples: [
    { line: 'list', does: 'all leaves' },
    { line: 'list env=dev --format paths', does: 'the paths of those in one environment' },
  ],
  request: (call) => ({ ...projectOf(call), configPath: call.configPath, format: call.get(FORMAT) ?? 'table' }),
  async run(request, edge) {
    const { listLeaves } = await import('../../commands/list/list.ts');
    edge.print(await listLeaves(request, edge));
    return 0;
  },
});
