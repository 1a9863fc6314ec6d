import { command } from '../command.ts';
import { projectOf } from '../general-options.ts';
import { choice } from '../options.ts';

const FORMAT = choice('--format', 'FORMAT', ['text', 'json'], 'text (default) or json.');

export const compare = command({
  name: 'compare',
  summary: 'Compares two configurations key by key: of two leaves, or of one at two revisions.',
  details:
    'leaf@rev is a leaf at a revision, @rev the other one there. Variables of the environment and secrets are not read: a stand-in takes their place.',
  operands: ['leaf[@rev]', 'leaf[@rev]'],
  options: [FORMAT],
  examples: [
    { line: 'compare env=dev,composition=vpc env=prod,composition=vpc', does: 'two leaves' },
    { line: 'compare @origin/main config/env=dev/composition=vpc', does: 'what a branch changes in one leaf' },
  ],
  request: (call) => ({
    ...projectOf(call),
    before: call.words[0] ?? '',
    after: call.words[1] ?? '',
    format: call.get(FORMAT) ?? 'text',
  }),
  async run(request, edge) {
    const { compareLeaves } = await import('../../commands/compare/compare.ts');
    edge.print(await compareLeaves(request, edge));
    return 0;
  },
});
