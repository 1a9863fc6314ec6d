import { command } from '../command.ts';
import { projectOf } from '../general-options.ts';
import { choice } from '../options.ts';

const FORMAT = choice(
  '--format',
  'FORMAT',
  ['text', 'json', 'github', 'sarif'],
  'text (default), json, github (annotations of a workflow), or sarif (code scanning).',
);

export const validate = command({
  name: 'validate',
  summary: 'Renders every leaf without Terraform, and prints all that is wrong at once.',
  details: 'Exits with 1 if there are errors. Variables of the environment that are not set count as set.',
  operands: ['[<config_path>]'],
  options: [FORMAT],
  examples: [
    { line: 'validate', does: 'the whole project' },
    { line: 'validate env=dev --format sarif', does: 'one environment, for code scanning' },
  ],
  request: (call) => ({ ...projectOf(call), configPath: call.configPath, format: call.get(FORMAT) ?? 'text' }),
  async run(request, edge) {
    const { validateLocally } = await import('../../commands/validate/validate.ts');
    const { text, failed } = await validateLocally(request, edge);
    edge.print(text);
    return failed ? 1 : 0;
  },
});
