import { command } from '../command.ts';
import { projectOf } from '../general-options.ts';
import { flag, text } from '../options.ts';

const WRITE = flag('--write', 'Changes the files. Without it, only prints what would change.');
const RENDERED = text(
  '--rendered',
  'DIR',
  "Compares with the original's files in this folder: <leaf>/variables.tfvars.json for each leaf.",
);

export const migrate = command({
  name: 'migrate',
  summary: 'Changes a project of the original Kompos (adobe/kompos, 0.6 to 0.12) so that it renders alike here.',
  details:
    'Settings are read from the project, ~/.komposconfig.yaml and /etc/kompos/.komposconfig.yaml. ' +
    'Files with uncommitted changes are never written. Ends with 1 if a leaf does not render, or renders otherwise.',
  operands: [],
  options: [WRITE, RENDERED],
  examples: [
    { line: 'migrate', does: 'prints what would change, and what is otherwise than in the original' },
    { line: 'migrate --write --rendered ../rendered', does: 'changes the files, and compares with what was rendered' },
  ],
  request: (call) => ({
    rootPath: projectOf(call).rootPath,
    write: call.get(WRITE),
    rendered: call.get(RENDERED),
  }),
  async run(request, edge) {
    const { migrate: run } = await import('../../commands/migrate/migrate.ts');
    const { text: printed, isComplete } = await run(request, edge);
    edge.print(printed);
    return isComplete ? 0 : 1;
  },
});
