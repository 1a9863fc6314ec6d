import { keysOf } from '../../hierarchy/interpolation/suggest.ts';
import { command, type Edge } from '../command.ts';
import { nearest } from '../../base/closest-name.ts';
import { usageError } from '../options.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** What a script asks with: `kompos complete -- <words>`. */
const ASKED = '--';

/** Directives of the scripts. Source: `@bomb.sh/tab`, which took them over from cobra. */
const NO_SPACE = 2;
const NO_FILES = 4;

/**
 * Bash takes a word apart at each "=", so that a path such as `config/env=dev` would be completed from there. And the
 * script wants a function of bash-completion, which is not installed everywhere.
 */
const BEFORE_BASH = `COMP_WORDBREAKS=\${COMP_WORDBREAKS//=}
if ! declare -F _get_comp_words_by_ref >/dev/null; then
  _get_comp_words_by_ref() {
    words=("\${COMP_WORDS[@]}") cword=$COMP_CWORD cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  }
fi
`;

export const complete = command({
  name: 'complete',
  summary: 'Prints a script that lets a shell complete commands, leaves, keys and options.',
  operands: ['bash|zsh|fish'],
  raw: true,
  options: [],
  examples: [
    { line: 'complete bash', does: 'the script for bash: source <(kompos complete bash) in ~/.bashrc' },
    { line: 'complete fish', does: 'the script for fish: kompos complete fish | source in config.fish' },
  ],
  request({ words: [first = '', ...others] }) {
    if (first === ASKED) return { words: others };
    const shell = SHELLS.find((each) => each === first);
    if (shell !== undefined) return { shell };
    const closest = nearest(first, SHELLS);
    throw usageError(
      first === '' ? 'The shell is missing.' : `"${first}" is not a shell that can be completed for.`,
      closest === undefined ? `Allowed: ${SHELLS.join(', ')}.` : `Did you mean "${closest}"?`,
    );
  },
  async run(request, edge) {
    if ('shell' in request) {
      const { script } = await import('@bomb.sh/tab');
      if (request.shell === 'bash') edge.print(BEFORE_BASH);
      script(request.shell, 'kompos', 'kompos');
      return 0;
    }
    const completion = await import('../completion.ts');
    const { candidates, isPartial, takesFiles } = await completion.complete(
      request.words,
      edge.commands,
      knownWords(edge),
    );
    const lines = candidates.map(({ value, description }) => `${value}\t${description.split('\n')[0] ?? ''}\n`);
    edge.print(`${lines.join('')}:${(isPartial ? NO_SPACE : 0) + (takesFiles ? 0 : NO_FILES)}\n`);
    return 0;
  },
});

/** Nothing is known where the project cannot be read: a shell has no place for messages. */
function knownWords(edge: Edge) {
  const quiet = { ...edge, log: { info: nothing, warning: nothing, group: nothing } };
  const open = async (configPath: string | undefined) => {
    const { openLocalProject } = await import('../../execution/local-project.ts');
    return openLocalProject({ configPath, rootPath: undefined, listMerge: undefined }, quiet);
  };
  return {
    leaves: async () => {
      const { renderer } = await open(undefined);
      return renderer.leaves.map(({ path }) => path);
    },
    keys: async (path: string | undefined) => {
      const { renderer, select } = await open(path);
      const [leaf] = select().leaves;
      return leaf === undefined ? [] : keysOf(await renderer.configuration(leaf.path));
    },
  };
}

function nothing(): void {
  // Messages would be taken for completions.
}
