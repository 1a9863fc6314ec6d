import { command } from '../command.ts';
import { projectOf } from '../general-options.ts';
import { choice } from '../options.ts';

const FORMAT = choice('--format', 'FORMAT', ['text', 'json'], 'text (default) or json (all leaves).');

export const uses = command({
  name: 'uses',
  summary: 'Prints which leaves see a key, with which values, and which code reads it.',
  details: 'Variables of the environment and secrets are not read: a stand-in takes their place.',
  operands: ['KEY', '[<config_path>]'],
  options: [FORMAT],
  examples: [
    { line: 'uses vpc.cidr_block', does: 'in all leaves' },
    { line: 'uses vpc.name env=dev --format json', does: 'in one environment, as JSON' },
  ],
  request: (call) => ({
    ...projectOf(call),
    configPath: call.configPath,
    key: call.words[0] ?? '',
    format: call.get(FORMAT) ?? 'text',
  }),
  async run(request, edge) {
    const { findUses } = await import('../../commands/uses/uses.ts');
    edge.print(await findUses(request, edge));
    return 0;
  },
});
