import { command } from '../command.ts';
import { projectOf, SKIP_SECRETS } from '../general-options.ts';
import { choice, text, texts } from '../options.ts';

const FORMAT = choice('--format', 'FORMAT', ['yaml', 'json'], 'yaml (default) or json.');
const FILTER = texts('--filter', 'KEY', 'Only this top-level key; may be repeated.');
const EXCLUDE = texts('--exclude', 'KEY', 'Without this top-level key; may be repeated.');
const OUTPUT_FILE = text('--output-file', 'FILE', 'Writes to a file instead of standard output.');

export const config = command({
  name: 'config',
  summary: 'Prints the merged and interpolated configuration of a leaf.',
  operands: ['[<config_path>]'],
  details: 'Without <config_path>: of the leaf that the current directory is in.',
  options: [FORMAT, FILTER, EXCLUDE, OUTPUT_FILE, SKIP_SECRETS],
  examples: [
    { line: 'config/env=dev/composition=vpc config', does: 'all of it, as YAML' },
    { line: 'config/env=dev/composition=vpc config --format json --filter vpc', does: 'one top-level key, as JSON' },
  ],
  request(call) {
    return {
      configPath: call.configPath,
      ...projectOf(call),
      format: call.get(FORMAT) ?? 'yaml',
      filter: call.get(FILTER),
      exclude: call.get(EXCLUDE),
      outputFile: call.get(OUTPUT_FILE),
      skipSecrets: call.get(SKIP_SECRETS),
    };
  },
  async run(request, edge) {
    const { showConfiguration } = await import('../../commands/config/config.ts');
    edge.print(await showConfiguration(request, edge));
    return 0;
  },
});
