import { command } from '../command.ts';
import { projectOf } from '../general-options.ts';
import { choice, text } from '../options.ts';
import { showProblems } from '../show-problems.ts';

const FORMAT = choice(
  '--format',
  'FORMAT',
  ['tree', 'dot', 'mermaid', 'json'],
  'tree (default), dot (Graphviz), mermaid, or json.',
);
const READS = text(
  '--reads',
  'LEAVES',
  'Only the leaves that read these, directly or through others: a path, a glob, layers, or the name of a composition.',
);
const READ_BY = text('--read-by', 'LEAVES', 'Only the leaves that these read, directly or through others.');

export const graph = command({
  name: 'graph',
  summary: "Prints which leaves read which leaves' states.",
  details:
    'It is read from the code: terraform_remote_state, as far as backend, config and workspace can be worked out before Terraform runs. The setting depends_on adds edges. Nothing is planned, and no secret is read.',
  operands: ['[<config_path>]'],
  options: [READS, READ_BY, FORMAT],
  examples: [
    { line: 'graph --reads vpc', does: 'what depends on the leaves of a composition' },
    {
      line: 'graph env=dev --format mermaid',
      does: 'the leaves of an environment, and those around them, for GitHub to draw',
    },
  ],
  request: (call) => ({
    ...projectOf(call),
    configPath: call.configPath,
    reads: call.get(READS),
    readBy: call.get(READ_BY),
    format: call.get(FORMAT) ?? 'tree',
  }),
  async run(request, edge) {
    const { showGraph } = await import('../../commands/graph/graph.ts');
    const { text: shown, problems } = await showGraph(request, edge);
    edge.print(shown);
    showProblems(problems, edge);
    return 0;
  },
});
