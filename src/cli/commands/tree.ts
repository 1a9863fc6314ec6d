import { command } from '../command.ts';
import { projectOf } from '../general-options.ts';
import { choice } from '../options.ts';

const FORMAT = choice('--format', 'FORMAT', ['text', 'json'], 'text (default) or json.');

export const tree = command({
  name: 'tree',
  summary: 'Prints the layers with their files, and the leaves, as a tree.',
  operands: ['[<config_path>]'],
  options: [FORMAT],
  examples: [
    { line: 'tree config/env=dev', does: 'what is below a folder' },
    { line: "tree 'composition=vpc'", does: 'the layers of all leaves of a composition' },
  ],
  request: (call) => ({ ...projectOf(call), configPath: call.configPath, format: call.get(FORMAT) ?? 'text' }),
  async run(request, edge) {
    const { showTree } = await import('../../commands/tree/tree.ts');
    edge.print(await showTree(request, edge));
    return 0;
  },
});
