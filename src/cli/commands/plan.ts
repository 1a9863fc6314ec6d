import { command } from '../command.ts';
import { projectOf, SKIP_SECRETS } from '../general-options.ts';
import { readShardNumber } from '../../shards/split.ts';
import { choice, text, usageError } from '../options.ts';

const BASE = text(
  '--base',
  'REV',
  "The commit to compare with. Default: where the working tree branched off the remote's default branch.",
);
const FORMAT = choice(
  '--format',
  'FORMAT',
  ['text', 'markdown', 'json'],
  'text (default), markdown, as in a comment, or json. Sensitive values and those of {{env(NAME)}} are masked in all.',
);

const SHARD = text(
  '--shard',
  'N/COUNT',
  'Plans only one of COUNT shares of the leaves, such as 3/8, and writes its results for "kompos report".',
);
const RESULTS = text('--results', 'DIR', 'Where the results of a share are written.');

export const plan = command({
  name: 'plan',
  summary: 'Plans the leaves that the working tree changes, and prints the report that a pull request would get.',
  details: 'Nothing is applied. Plans need the same credentials as "terraform plan".',
  operands: ['[<config_path>]'],
  options: [BASE, FORMAT, SHARD, RESULTS, SKIP_SECRETS],
  examples: [
    { line: 'plan', does: 'all leaves that the working tree changes' },
    { line: 'plan config/env=prod --format markdown', does: 'those of prod, as in a comment' },
  ],
  request: (call) => ({
    configPath: call.configPath,
    ...projectOf(call),
    base: call.get(BASE),
    format: call.get(FORMAT) ?? 'text',
    skipSecrets: call.get(SKIP_SECRETS),
    shard: shardOf(call.get(SHARD), call.get(RESULTS)),
  }),
  async run(request, edge) {
    const { planLocally } = await import('../../commands/plan/local-plan.ts');
    const { text: report, failed } = await planLocally(request, edge);
    edge.print(report);
    return failed ? 1 : 0;
  },
});

function shardOf(typed: string | undefined, results: string | undefined) {
  if (typed === undefined && results === undefined) return undefined;
  const shard = readShardNumber(typed ?? '');
  if (typed !== undefined && shard === undefined) {
    throw usageError(`--shard is "${typed}".`, 'Allowed: which share of how many, such as 3/8, up to 256.');
  }
  if (shard === undefined || results === undefined) {
    throw usageError('--shard and --results belong together.', 'Try: kompos plan --shard 3/8 --results results/3');
  }
  return { ...shard, results };
}
