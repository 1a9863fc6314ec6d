import { command } from '../command.ts';
import { projectOf } from '../general-options.ts';

export const init = command({
  name: 'init',
  summary: 'Writes a new project that can be planned at once.',
  details:
    'Two environments, a composition with a versioned module, settings, and workflows. ' +
    'The folder is made if it does not exist. Nothing is ever overwritten.',
  operands: ['[FOLDER]'],
  options: [],
  examples: [
    { line: 'init', does: 'in the current directory' },
    { line: 'init infrastructure', does: 'in a folder of that name' },
  ],
  request: (call) => ({ folder: call.words[0] ?? projectOf(call).rootPath ?? '.' }),
  async run(request, edge) {
    const { initProject } = await import('../../commands/init/init.ts');
    edge.print(initProject(request, edge));
    return 0;
  },
});
