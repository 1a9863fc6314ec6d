import { command } from '../command.ts';
import { projectOf } from '../general-options.ts';
import { choice } from '../options.ts';

const FORMAT = choice('--format', 'FORMAT', ['text', 'json'], 'text (default) or json.');

export const explain = command({
  name: 'explain',
  summary: 'Prints how the value at a key came to be: layers, placeholders, and the code that reads it.',
  details:
    'Variables of the environment and secrets are not read: a stand-in takes their place. Without a path, the value is that of the config root.',
  operands: ['KEY', '[<config_path>]'],
  options: [FORMAT],
  examples: [
    {
      line: 'explain vpc.cidr_block config/env=dev/composition=vpc',
      does: 'of one leaf',
    },
    {
      line: 'explain zones.0 config/env=dev --format json',
      does: 'an item of a list, for all below a folder, as JSON',
    },
  ],
  request: (call) => ({
    ...projectOf(call),
    configPath: call.configPath,
    key: call.words[0] ?? '',
    format: call.get(FORMAT) ?? 'text',
  }),
  async run(request, edge) {
    const { explain: explainKey } = await import('../../commands/explain/explain.ts');
    edge.print(await explainKey(request, edge));
    return 0;
  },
});
