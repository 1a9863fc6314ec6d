import { command } from '../command.ts';
import { projectOf } from '../general-options.ts';
import { choice, text } from '../options.ts';

const BASE = text('--base', 'REV', 'The commit that the shares were compared with. Default: as for "kompos plan".');
const ONLY = text('--leaves', '<config_path>', 'The path that the shares were planned with, if there was one.');
const FORMAT = choice('--format', 'FORMAT', ['text', 'markdown', 'json'], 'text (default), markdown, or json.');

export const report = command({
  name: 'report',
  summary: 'Joins the results that "kompos plan --shard" has written into one report, without planning anything.',
  details:
    'Each DIR is the folder of one share, or has such folders in it. It works out the changed leaves itself: exits with 1 if a leaf failed, or the results of a share are missing, damaged or of another plan.',
  operands: ['DIR…'],
  options: [BASE, ONLY, FORMAT],
  examples: [
    { line: 'report results', does: 'the report of all results in the folders below "results"' },
    { line: 'report results --format markdown', does: 'the same, as in a comment' },
  ],
  request: (call) => ({
    configPath: call.get(ONLY),
    ...projectOf(call),
    base: call.get(BASE),
    format: call.get(FORMAT) ?? 'text',
    directories: call.words,
  }),
  async run(request, edge) {
    const { reportLocally } = await import('../../commands/plan/local-report.ts');
    const { text: joined, failed } = await reportLocally(request, edge);
    edge.print(joined);
    return failed ? 1 : 0;
  },
});
