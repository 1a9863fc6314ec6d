import { throwOnErrors } from '../../base/problems.ts';
import { command } from '../command.ts';
import { projectOf } from '../general-options.ts';
import { choice, flag, text } from '../options.ts';

const BASE = text(
  '--base',
  'REV',
  "The commit to compare with. Default: where the head branched off the remote's default branch.",
);
const HEAD = text('--head', 'REV', 'The commit to compare. Default: the working tree, with uncommitted changes.');
const DEPENDENTS = flag(
  '--with-dependents',
  'Also prints the leaves that read these, directly or through others; in JSON with the edges.',
);
const FORMAT = choice(
  '--format',
  'FORMAT',
  ['table', 'json', 'paths'],
  'table (default), json (every reason in full), or paths (one per line, removed leaves too).',
);

export const affected = command({
  name: 'affected',
  summary: 'Prints the leaves whose rendering differs between two revisions, and why.',
  operands: ['[<config_path>]'],
  options: [BASE, HEAD, DEPENDENTS, FORMAT],
  examples: [
    { line: 'affected', does: 'what the working tree changes' },
    { line: 'affected --base origin/main --format json', does: 'the same for programs, with every reason' },
  ],
  request: (call) => ({
    configPath: call.configPath,
    ...projectOf(call),
    base: call.get(BASE),
    head: call.get(HEAD),
    format: call.get(FORMAT) ?? 'table',
    withDependents: call.get(DEPENDENTS),
  }),
  async run(request, edge) {
    const { findAffected } = await import('../../commands/affected/affected.ts');
    const { text: found, problems } = await findAffected(request, edge);
    edge.print(found);
    throwOnErrors(problems);
    return 0;
  },
});
