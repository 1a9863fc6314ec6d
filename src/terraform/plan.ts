/** init → plan → show for one runtime directory. */
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../base/child-process.ts';
import type { Environment } from '../base/environment.ts';
import { withoutCredentials } from '../git/url-credentials.ts';
import { VARIABLES_FILE } from '../rendering/terraform-files.ts';
import type { TerraformBinary } from './binary.ts';
import { driftOf, type PlanDrift } from './drift-json.ts';
import { fingerprint, type Fingerprint, type FingerprintContext } from './fingerprint.ts';
import { addToMirror, lockedProviders, missingInMirror, type LockedProvider } from './mirror.ts';
import { installedModules, type ModulePlaces } from './installed-modules.ts';
import { parseExact } from './exact-json.ts';
import { readPlan } from './plan-json.ts';
import { summarise, type PlanSummary } from './plan-summary.ts';
import { runTerraform } from './process.ts';
import { providerHash } from './provider-hash.ts';
import { sensitiveValues } from './sensitive-values.ts';
import { isIntact, sealed, type Seal } from './seal.ts';

/** Name of the plan file in the runtime directory. */
export const PLAN_FILE = 'kompos.tfplan';

export interface PlanOptions {
  readonly binary: TerraformBinary;
  readonly environment: Environment;
  /** Terraform's `-lock-timeout`: `5m`. */
  readonly lockTimeout: string;
  /** Absolute path of the provider mirror. */
  readonly mirror: string;
  /** `linux_amd64` */
  readonly platform: string;
  readonly onLine?: ((line: string) => void) | undefined;
  /** The root module declares no `variable "config"`: Terraform would warn of a value that nothing declares. */
  readonly withoutConfiguration?: boolean | undefined;
  /** Plans to destroy everything, for a leaf that is gone. */
  readonly destroy?: boolean | undefined;
  /** If given, the plan's fingerprint is computed. */
  readonly fingerprint?: FingerprintContext | undefined;
  /** Where modules may lie; when absent, in the runtime directory only. */
  readonly modules?: ModulePlaces | undefined;
  /** Leaves the plan file, which holds secrets in clear: the caller then removes the whole directory. */
  readonly keepPlan?: boolean | undefined;
}

/** How the plan of one runtime directory ended. `sensitive` holds every secret that the plan knows. */
export type PlanResult =
  | {
      readonly ok: true;
      readonly summary: PlanSummary;
      readonly drift: PlanDrift;
      readonly text: string;
      readonly sensitive: ReadonlySet<string>;
      readonly providers: readonly LockedProvider[];
      readonly fingerprint?: Fingerprint | undefined;
      /** A sentence: why the code of its modules cannot have been reviewed, if so. */
      readonly beyondReview?: string | undefined;
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
  try {
    const initialized = await initialize(directory, options);
    if (initialized.code !== 0) return failed('init', initialized);

    const planned = await run(directory, options, [
      'plan',
      '-input=false',
      '-no-color',
      '-detailed-exitcode',
      ...(options.destroy === true ? ['-destroy'] : []),
      `-lock-timeout=${options.lockTimeout}`,
      ...(options.withoutConfiguration === true ? [] : [`-var-file=${VARIABLES_FILE}`]),
      `-out=${PLAN_FILE}`,
    ]);
    // Terraform makes it world-readable.
    if (existsSync(planFile)) chmodSync(planFile, 0o600);
    const quiet = { ...options, onLine: undefined };
    const showJson = (): Promise<Output> => run(directory, quiet, ['show', '-json', '-no-color', PLAN_FILE]);
    // A plan that fails half-way still writes its file: only the exit code says whether it is valid. Its secrets must be
    // masked all the same.
    if (planned.code !== 0 && planned.code !== 2) {
      const partial = existsSync(planFile) ? await showJson() : undefined;
      const known = partial?.code === 0 ? sensitiveValues(readPlan(parseExact(partial.stdout))) : undefined;
      return failed('plan', planned, known);
    }

    // What is shown, what is judged and what is applied must be one plan.
    const seal = options.keepPlan === true ? sealed(options.modules?.leafRoot ?? directory) : undefined;
    const [text, json] = await Promise.all([run(directory, quiet, ['show', '-no-color', PLAN_FILE]), showJson()]);
    if (text.code !== 0) return failed('show', text);
    if (json.code !== 0) return failed('show', { ...json, stdout: '' });
    const plan = readPlan(parseExact(json.stdout));
    const providers = await installedProviders(directory, options.platform);
    const modules = options.fingerprint && installedModules(directory, options.modules ?? only(directory));
    if (seal !== undefined && !isIntact(seal)) {
      return { ok: false, stage: 'show', output: CHANGED_MEANWHILE, sensitive: sensitiveValues(plan) };
    }
    keep = options.keepPlan === true;
    return {
      ok: true,
      summary: summarise(plan, planned.code === 2),
      drift: driftOf(plan),
      text: withoutCredentials(text.stdout.trim()),
      sensitive: sensitiveValues(plan),
      providers,
      fingerprint:
        options.fingerprint &&
        fingerprint(
          plan,
          { providers, modules: modules?.digest ?? '', program: options.binary.program },
          options.fingerprint,
        ),
      beyondReview: modules?.beyondReview,
      seal,
    };
  } finally {
    if (!keep) rmSync(planFile, { force: true });
  }
}

const CHANGED_MEANWHILE = 'The plan file or a file beside it was changed while it was read, so its effect is unknown.';

function only(directory: string): ModulePlaces {
  return { leafRoot: directory, top: directory, counted: [], committed: () => new Set(), everything: () => '' };
}

/** `terraform init`, from the mirror where it has everything that the lock file selects. */
async function initialize(directory: string, options: PlanOptions): Promise<Output> {
  const args = ['init', '-input=false', '-no-color', `-lock-timeout=${options.lockTimeout}`];
  const providers = providersOf(directory);
  if (providers.length > 0 && missingInMirror(options.mirror, providers, options.platform).length === 0) {
    const fromMirror = await run(directory, options, [...args, `-plugin-dir=${options.mirror}`]);
    // The lock file may lack this platform's checksums; downloading solves that.
    if (fromMirror.code === 0) return fromMirror;
  }
  const result = await run(directory, options, args);
  if (result.code === 0) addToMirror(options.mirror, directory, providers, options.platform);
  return result;
}

/** The providers in the directory's lock file; after `init`, those that the plan is made with. */
function providersOf(directory: string): readonly LockedProvider[] {
  const lockFile = join(directory, '.terraform.lock.hcl');
  return existsSync(lockFile) ? lockedProviders(readFileSync(lockFile, 'utf8')) : [];
}

async function installedProviders(directory: string, platform: string): Promise<readonly LockedProvider[]> {
  return Promise.all(
    providersOf(directory).map(async ({ address, version }) => {
      const folder = join(directory, '.terraform', 'providers', address, version, platform);
      return { address, version, hash: await providerHash(folder) };
    }),
  );
}

async function run(directory: string, options: PlanOptions, args: readonly string[]): Promise<Output> {
  const { binary, environment, onLine } = options;
  return runTerraform({
    binary,
    args,
    directory,
    environment,
    onLine:
      onLine &&
      ((line) => {
        onLine(withoutCredentials(line));
      }),
  });
}

/** Terraform's own message: errors go to standard error, but some of the context only to standard output. */
function failed(
  stage: 'init' | 'plan' | 'show',
  result: Output,
  sensitive: ReadonlySet<string> = new Set(),
): PlanResult {
  const words = result.stderr.trim() === '' ? result.stdout.trim() : result.stderr.trim();
  return { ok: false, stage, output: withoutCredentials(words), sensitive };
}
