import type { NewRequest } from '../../commands/new/new.ts';
import { command } from '../command.ts';
import { projectOf } from '../general-options.ts';
import { text, usageError } from '../options.ts';

const CLOUD = text('--cloud', 'CLOUD', 'The folder above a composition. Default: the one that all others are in.');

export const createNew = command({
  name: 'new',
  summary: 'Adds a leaf or a composition to the project.',
  details: 'Nothing is ever overwritten.',
  operands: ['leaf|composition', 'NAME'],
  options: [CLOUD],
  examples: [
    { line: 'new composition vpc', does: 'a folder with a template and the variable that every composition has' },
    { line: 'new leaf config/env=prod/composition=vpc', does: 'a folder with a layer of its own' },
  ],
  request(call) {
    const [kind, name = ''] = call.words;
    if (kind !== 'leaf' && kind !== 'composition') {
      throw usageError(`"new" does not take "${kind ?? ''}".`, 'Allowed: leaf, composition.');
    }
    const cloud = call.get(CLOUD);
    if (kind === 'leaf' && cloud !== undefined) throw usageError('--cloud is for compositions only.', 'Leave it out.');
    const request: NewRequest = { kind, name, cloud, rootPath: projectOf(call).rootPath };
    return request;
  },
  async run(request, edge) {
    const { createNew: create } = await import('../../commands/new/new.ts');
    edge.print(await create(request, edge));
    return 0;
  },
});
