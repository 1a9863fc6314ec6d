/** Leaves that are only read: several at a time, each to its end, and what they print in order. */
import { rmSync } from 'node:fs';
import pLimit from 'p-limit';
import { openProgress } from '../../base/progress.ts';
import { withoutCredentials } from '../../git/url-credentials.ts';
import type { Rendered } from '../../rendering/rendering.ts';
import { besideRoot, openBeside } from '../../runtime/beside.ts';
import { tryLocks, type LockRequest, type RuntimeLock } from '../../runtime/run-lock.ts';
import { subcommandArguments, wantsDetailedExitCode } from '../../terraform/command-line.ts';
import { PROGRAMS } from '../../terraform/programs.ts';
import type { Subcommand } from '../../terraform/subcommands.ts';
import {
  closeDirectory,
  helpWithVariables,
  initializeDirectory,
  noteOwnInit,
  openDirectory,
  prepareOwnInit,
  showDirectory,
  type LeafDirectory,
  type Workshop,
} from './leaf-directory.ts';
import { printedDocuments, printedLines, type Printed } from './printed.ts';
import { exitCodeOf, heading, isFailure, logSummary, NOT_RUN, type Ending, type LeafResult } from './summary.ts';
import type { TerraformContext } from './context.ts';

export interface Reads {
  readonly subcommand: Subcommand;
  /** In the order in which they are shown. */
  readonly rendered: readonly Rendered[];
  /** Paths of leaves that could not be rendered. */
  readonly unrendered: readonly string[];
  readonly lock: LockRequest;
  readonly failFast: boolean;
}

/** A leaf with its directory, and what to release afterwards. */
interface Prepared {
  readonly directory: LeafDirectory;
  readonly failure: { readonly code: number; readonly stdout: string; readonly stderr: string } | undefined;
  readonly held: RuntimeLock | undefined;
}

interface Read extends Printed {
  readonly stderr: string;
  readonly ending: Ending;
}

/** @returns the exit code: that of the first leaf that failed, 130 if the run was cancelled */
export async function runInParallel(reads: Reads, workshop: Workshop, context: TerraformContext): Promise<number> {
  const { subcommand, rendered, unrendered, lock, failFast } = reads;
  const { runtimeRoot, binary, environment, project } = workshop;
  const { log, colors, parallelism } = context;
  const renderings = rendered.map(({ rendering }) => rendering);
  const limit = pLimit(parallelism);
  const progress = openProgress(log);
  const stopListening = binary.processes.passSignalsOn();
  const begun = performance.now();
  const isInit = subcommand.words[0] === 'init';
  let hasFailed = false;

  /** @returns undefined if nothing new may begin */
  async function prepare(each: Rendered): Promise<Prepared | undefined> {
    if (binary.processes.interrupted() || (failFast && hasFailed)) return undefined;
    const { path } = each.rendering.leaf;
    // Who reads does not wait for who writes: it gets a folder of its own.
    const held = tryLocks(runtimeRoot, [path], lock);
    try {
      const directory = await openDirectory(each, workshop, held === undefined ? openBeside(runtimeRoot) : runtimeRoot);
      if (held !== undefined) showDirectory(each.rendering, renderings, project, directory.path);
      if (isInit) prepareOwnInit(directory, subcommand);
      const failure = subcommand.needsInit ? await initializeDirectory(directory, each, workshop) : undefined;
      return { directory, failure, held };
    } catch (error) {
      release(each, held);
      throw error;
    }
  }

  async function read(each: Rendered, { directory, failure }: Prepared): Promise<Read> {
    const { path: leaf } = each.rendering.leaf;
    if (failure !== undefined) {
      const stderr = withoutCredentials(`${failure.stdout}${failure.stderr}`);
      return {
        leaf,
        stdout: '',
        stderr,
        ending: { kind: 'ended', stage: 'init', code: failure.code, hasChanges: false },
      };
    }
    const args = subcommandArguments(subcommand, directory.need !== 'none', colors);
    const restore = helpWithVariables(directory, each, subcommand, binary);
    try {
      const call = { directory: directory.path, environment, program: binary.path, args };
      const { code, stdout, stderr } = await binary.processes.runApart(call);
      if (isInit && code === 0) noteOwnInit(directory, subcommand);
      const hasChanges = code === 2 && wantsDetailedExitCode(subcommand.args);
      return { leaf, stdout, stderr, ending: { kind: 'ended', stage: 'run', code, hasChanges } };
    } finally {
      restore();
    }
  }

  async function work(each: Rendered, ready: Prepared | undefined): Promise<Read> {
    const { path: leaf } = each.rendering.leaf;
    const nothing = { leaf, stdout: '', stderr: '', ending: NOT_RUN };
    const prepared = ready ?? (await prepare(each));
    if (prepared === undefined) return nothing;
    try {
      if (binary.processes.interrupted() || (failFast && hasFailed)) return nothing;
      const result = await read(each, prepared);
      hasFailed ||= isFailure(result.ending);
      return result;
    } finally {
      release(each, prepared.held);
    }
  }

  function release(each: Rendered, held: RuntimeLock | undefined): void {
    if (held === undefined) return;
    closeDirectory(each, workshop);
    held.release();
  }

  try {
    // A plugin cache is not safe when several use it (hashicorp/terraform#31964): nothing runs beside an init.
    const ready = new Map<Rendered, Prepared | undefined>();
    if ((environment['TF_PLUGIN_CACHE_DIR'] ?? '') !== '') {
      for (const each of rendered) ready.set(each, await prepare(each));
    }
    const printer = openPrinter(reads, workshop, context);
    const all = await Promise.all(
      rendered.map((each, index) =>
        limit(async () => {
          const { path } = each.rendering.leaf;
          const result = await progress.run(path, () => work(each, ready.get(each)), endingInWords);
          printer.add(index, result);
          return result;
        }),
      ),
    );
    printer.end(all);
    const results: LeafResult[] = [
      ...all,
      ...unrendered.map((leaf): LeafResult => ({ leaf, ending: { kind: 'not-rendered' } })),
    ];
    logSummary(results, begun, log);
    return binary.processes.interrupted() ? 130 : exitCodeOf(results);
  } finally {
    progress.close();
    stopListening();
    rmSync(besideRoot(runtimeRoot), { recursive: true, force: true });
  }
}

/** Prints each leaf as soon as all before it are printed. */
function openPrinter(
  { subcommand }: Reads,
  { binary }: Workshop,
  { print, colors, log }: TerraformContext,
): { add(index: number, result: Read): void; end(all: readonly Read[]): void } {
  const waiting = new Map<number, Read>();
  let next = 0;
  const tool = PROGRAMS[binary.program].tool;

  function show({ leaf, stdout, stderr, ending }: Read): void {
    if (ending.kind === 'not-run') return;
    if (subcommand.prints === 'lines') print(printedLines({ leaf, stdout }));
    if (subcommand.prints === 'text') print(`${next === 0 ? '' : '\n'}${heading(leaf, colors)}${ended(stdout)}`);
    if (stderr.trim() === '') return;
    const words = ending.kind === 'ended' && ending.stage === 'init' ? 'init' : subcommand.words.join(' ');
    log.group(`${leaf}: ${tool} ${words}${isFailure(ending) ? ' failed' : ''}`, stderr.trimEnd().split('\n'));
  }

  return {
    add(index, result) {
      waiting.set(index, result);
      for (let each = waiting.get(next); each !== undefined; each = waiting.get(next)) {
        show(each);
        waiting.delete(next);
        next += 1;
      }
    },
    end(all) {
      if (subcommand.prints === 'document') print(printedDocuments(all));
    },
  };
}

function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function endingInWords({ ending }: Read): string {
  if (ending.kind === 'not-run') return 'not run';
  return isFailure(ending) ? 'failed' : 'done';
}
