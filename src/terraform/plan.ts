/** init → plan → show for one runtime directory. */
import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../base/child-process.ts';
import type { Environment } from '../base/environment.ts';
import { withoutCredentials } from '../git/url-credentials.ts';
import { PLAN_FILE, VARIABLES_FILE } from '../rendering/terraform-files.ts';
import { diagnosticsIn, type Diagnostic } from './diagnostics.ts';
import { driftOf, type PlanDrift } from './drift-json.ts';
import { foreignLock } from './foreign-lock.ts';
import { fingerprint, type Fingerprint, type FingerprintContext } from './fingerprint.ts';
import { durationInWords, endingInWords } from './ending.ts';
import { commandInWords } from './programs.ts';
import { lockArguments } from './command-line.ts';
import { initialize, lockFileOf, providersOf, type InitOptions } from './init.ts';
import { lockedHashes, lockedProviders, type LockedProvider } from './mirror.ts';
import { installedModules, type ModulePlaces } from './installed-modules.ts';
import { parseShown } from './exact-json.ts';
import { beyondCreating } from './only-creates.ts';
import { readPlan } from './plan-json.ts';
import { planTextIn } from './plan-output.ts';
import { summarise, type PlanSummary } from './plan-summary.ts';
import { runTerraform } from './process.ts';
import { providerHash } from './provider-hash.ts';
import { refreshArguments, type Refresh } from './refresh.ts';
import { sensitiveValues } from './sensitive-values.ts';
import { isIntact, OWN_CACHE, sealed, type Seal } from './seal.ts';
import { stepIn } from './steps.ts';

export interface PlanOptions extends InitOptions {
  readonly environment: Environment;
  /** The root module declares no `variable "config"`: Terraform would warn of a value that nothing declares. */
  readonly withoutConfiguration?: boolean | undefined;
  /** Plans to destroy everything, for a leaf that is gone. */
  readonly destroy?: boolean | undefined;
  /** `full` where it is not given. */
  readonly refresh?: Refresh | undefined;
  /** Runs around the init of the directory, with all that it waits for. */
  readonly aroundInit?: (<T extends Output>(directory: string, initialize: () => Promise<T>) => Promise<T>) | undefined;
  /** If given, the plan's fingerprint is computed. */
  readonly fingerprint?: FingerprintContext | undefined;
  /** Where modules may lie; when absent, in the runtime directory only. */
  readonly modules?: ModulePlaces | undefined;
  /** A plan that certainly changes nothing is not read any further: nothing of it is reported. */
  readonly changesOnly?: boolean | undefined;
  /** Terraform's CLI configuration names a plugin cache, which it must not use by itself. */
  readonly hidesPluginCache?: boolean | undefined;
  /** Called with what it is doing, in words that hold no value of any resource. */
  readonly onStep?: ((step: string) => void) | undefined;
  /** Milliseconds that init, plan and show may take together; undefined: as long as they want. */
  readonly timeLimit?: number | undefined;
  /** Called with what `show -json` printed of a plan that succeeded. */
  readonly onShown?: ((json: string) => void) | undefined;
  /** Leaves the plan file, which holds secrets in clear: the caller then removes the whole directory. */
  readonly keepPlan?: boolean | undefined;
}

type Ended = Awaited<ReturnType<typeof runTerraform>>;
type Run = (more: Partial<PlanOptions>, args: readonly string[]) => Promise<Ended>;

/** How the plan of one runtime directory ended. `sensitive` holds every secret that the plan knows. */
export type PlanResult =
  | {
      readonly ok: true;
      readonly summary: PlanSummary;
      readonly drift: PlanDrift;
      readonly text: string;
      readonly warnings: readonly Diagnostic[];
      readonly sensitive: ReadonlySet<string>;
      readonly providers: readonly LockedProvider[];
      readonly fingerprint?: Fingerprint | undefined;
      /** What it does besides creating, in words. */
      readonly beyondCreating: readonly string[];
      /** A sentence: why the code of its modules cannot have been reviewed, if so. */
      readonly beyondReview?: string | undefined;
      /** Certainly without changes, so that its secrets were not looked for. Its plan file is kept, if any is. */
      readonly unread?: true | undefined;
      /** Of the kept plan file, and of what lies with it. */
      readonly seal?: Seal | undefined;
    }
  | {
      readonly ok: false;
      readonly stage: 'init' | 'plan' | 'show';
      readonly output: string;
      readonly sensitive: ReadonlySet<string>;
    };

/**
 * Initializes and plans. The plan file, which contains secrets in clear, is removed on return, unless it is kept.
 *
 * @param directory absolute path of the runtime directory
 */
export async function planDirectory(directory: string, options: PlanOptions): Promise<PlanResult> {
  const planFile = join(directory, PLAN_FILE);
  let keep = false;
  // From the first start on: waiting for the init of another leaf does not count.
  let begun: number | undefined;
  const run: Run = (more, args) => {
    const { timeLimit } = options;
    begun ??= performance.now();
    const left = timeLimit === undefined ? undefined : Math.max(1, timeLimit - (performance.now() - begun));
    return runIn(directory, { ...options, ...more, timeLimit: left }, args);
  };
  try {
    const locked = providersOf(directory);
    const init = (): Promise<Ended> => initialize(directory, options, (args) => run({}, args));
    const initialized = await (options.aroundInit === undefined ? init() : options.aroundInit(directory, init));
    if (initialized.code !== 0) return failed(options, 'init', initialized);
    // Before any code of the plan runs: the plan itself compares the providers with it.
    const lockFile = lockFileOf(directory) ?? '';

    const quiet = { onLine: undefined, onStep: undefined };
    // Of a clean leaf nothing but its plan is logged: the other lines hold ids, and whether they are sensitive is not known.
    const held: string[] = [];
    const planned = await run(options.changesOnly === true ? { onLine: (line) => held.push(line) } : {}, [
      'plan',
      '-input=false',
      '-no-color',
      '-detailed-exitcode',
      ...(options.destroy === true ? ['-destroy'] : []),
      ...refreshArguments(options.refresh),
      ...lockArguments(options.lockTimeout),
      ...(options.withoutConfiguration === true ? [] : [`-var-file=${VARIABLES_FILE}`]),
      `-out=${PLAN_FILE}`,
    ]);
    // Terraform makes it world-readable.
    if (existsSync(planFile)) chmodSync(planFile, 0o600);
    const printed = planTextIn(planned.stdout);
    if (options.changesOnly === true) {
      if (isCertainlyClean(planned, printed, options.environment)) {
        options.onLine?.(withoutCredentials(printed));
        keep = options.keepPlan === true;
        return { ok: true, ...NOTHING, text: printed, providers: [], unread: true };
      }
      for (const line of held) options.onLine?.(line);
    }
    const showJson = (): Promise<Ended> => run(quiet, ['show', '-json', '-no-color', PLAN_FILE]);
    // A plan that fails half-way still writes its file: only the exit code says whether it is valid. Its secrets must be
    // masked all the same.
    if (planned.code !== 0 && planned.code !== 2) {
      const partial = existsSync(planFile) ? await showJson() : undefined;
      const known = partial?.code === 0 ? sensitiveValues(readPlan(parseShown(partial.stdout))) : undefined;
      return failed(options, 'plan', planned, known);
    }

    // What is shown, what is judged and what is applied must be one plan.
    const seal = options.keepPlan === true ? sealed(options.modules?.leafRoot ?? directory) : undefined;
    const json = await showJson();
    if (json.code !== 0) return failed(options, 'show', { ...json, stdout: '' });
    const plan = readPlan(parseShown(json.stdout));
    // Ids are printed as they are, and may look like a plan of resources above one that has none.
    const isCertain = printed !== undefined && (plan.resources.length > 0 || !/^Plan: /mu.test(printed));
    const text = isCertain ? printed : await run(quiet, ['show', '-no-color', PLAN_FILE]);
    if (typeof text !== 'string' && text.code !== 0) return failed(options, 'show', text);
    const providers = await installedProviders(directory, lockFile, options.platform);
    const modules = options.fingerprint && installedModules(directory, options.modules ?? only(directory));
    if (seal !== undefined && !isIntact(seal)) {
      return { ok: false, stage: 'show', output: CHANGED_MEANWHILE, sensitive: sensitiveValues(plan) };
    }
    keep = options.keepPlan === true;
    options.onShown?.(json.stdout);
    return {
      ok: true,
      summary: summarise(plan, planned.code === 2),
      drift: driftOf(plan),
      text: withoutCredentials(typeof text === 'string' ? text : (planTextIn(text.stdout) ?? text.stdout.trim())),
      warnings: [foreignLock(locked, providers, options.binary.program) ?? [], warningsOf(planned)].flat(),
      sensitive: sensitiveValues(plan),
      providers,
      fingerprint:
        options.fingerprint &&
        fingerprint(
          plan,
          { providers, modules: modules?.digest ?? '', program: options.binary.program },
          options.fingerprint,
        ),
      beyondCreating: beyondCreating(plan),
      beyondReview: modules?.beyondReview,
      seal,
    };
  } finally {
    if (!keep) rmSync(planFile, { force: true });
  }
}

const NOTHING = {
  summary: {
    hasChanges: false,
    counts: { create: 0, update: 0, replace: 0, delete: 0, forget: 0, move: 0, import: 0, outputs: 0 },
    resources: [],
  },
  drift: { resources: [], changes: [], outputs: [] },
  warnings: [],
  beyondCreating: [],
  sensitive: new Set<string>(),
};

/** With `-target` in the environment's arguments, a change can be pending behind "No changes". */
function isCertainlyClean(planned: Output, printed: string | undefined, environment: Environment): printed is string {
  return (
    planned.code === 0 &&
    printed?.startsWith('No changes.') === true &&
    diagnosticsIn(`${planned.stdout}\n${planned.stderr}`).length === 0 &&
    !Object.keys(environment).some((name) => name.startsWith('TF_CLI_ARGS'))
  );
}

function warningsOf({ stdout, stderr }: Output): readonly Diagnostic[] {
  return diagnosticsIn(`${stdout}\n${stderr}`).map((each) => ({
    ...each,
    summary: withoutCredentials(each.summary),
    detail: withoutCredentials(each.detail),
  }));
}

const CHANGED_MEANWHILE = 'The plan file or a file beside it was changed while it was read, so its effect is unknown.';

function only(directory: string): ModulePlaces {
  return { leafRoot: directory, top: directory, counted: [], committed: () => new Set(), everything: () => '' };
}

async function installedProviders(
  directory: string,
  lockFile: string,
  platform: string,
): Promise<readonly LockedProvider[]> {
  return Promise.all(
    lockedProviders(lockFile).map(async ({ address, version }) => {
      const folder = join(directory, '.terraform', 'providers', address, version, platform);
      return { address, version, hash: await providerHash(folder, lockedHashes(lockFile, address)) };
    }),
  );
}

async function runIn(directory: string, options: PlanOptions, args: readonly string[]): Promise<Ended> {
  const { binary, onLine, onStep, timeLimit } = options;
  return runTerraform({
    binary,
    args,
    directory,
    environment: options.hidesPluginCache === true ? withOwnCache(directory, options.environment) : options.environment,
    timeLimit,
    isSmall: isSmall(directory, args),
    onPrinted:
      onStep &&
      ((line) => {
        const step = stepIn(line);
        if (step !== undefined) onStep(step);
      }),
    onLine:
      onLine &&
      ((line) => {
        onLine(withoutCredentials(line));
      }),
  });
}

/** Bytes of a plan file, which is compressed, that `show` needs little memory for: some hundred resources. */
const SMALL_PLAN = 20_000;

function isSmall(directory: string, [command]: readonly string[]): boolean {
  if (command === 'init') return true;
  if (command !== 'show' || providersOf(directory).length > 0) return false;
  const size = statSync(join(directory, PLAN_FILE), { throwIfNoEntry: false })?.size ?? Infinity;
  return size <= SMALL_PLAN;
}

/**
 * The variable goes before the CLI configuration: what Terraform unpacks without our mirror goes to a cache of this
 * directory, never to the one that others use at the same time.
 */
function withOwnCache(directory: string, environment: Environment): Environment {
  const cache = join(directory, OWN_CACHE);
  mkdirSync(cache, { recursive: true });
  return { ...environment, TF_PLUGIN_CACHE_DIR: cache };
}

/** Terraform's own message: errors go to standard error, but some of the context only to standard output. */
function failed(
  { binary, timeLimit }: PlanOptions,
  stage: 'init' | 'plan' | 'show',
  result: Ended,
  sensitive: ReadonlySet<string> = new Set(),
): PlanResult {
  const words = result.stderr.trim() === '' ? result.stdout.trim() : result.stderr.trim();
  const ending =
    result.timedOut && timeLimit !== undefined
      ? `${commandInWords(binary.program, stage)} was stopped: the leaf took more than ${durationInWords(timeLimit)} (leaf-time-limit).`
      : endingInWords(binary.program, stage, result.code, words !== '');
  return { ok: false, stage, output: withoutCredentials([words, ending].filter(Boolean).join('\n\n')), sensitive };
}
