/** Applies a plan file. What was done comes from Terraform's machine-readable output, not from its prose. */
import { withoutCredentials } from '../git/url-credentials.ts';
import { field, textOf } from '../base/json.ts';
import { lockArguments } from './command-line.ts';
import { PLAN_FILE, type PlanOptions } from './plan.ts';
import { runTerraform } from './process.ts';
import { isIntact, type Seal } from './seal.ts';

/** One resource that the apply processed. */
export interface AppliedResource {
  readonly address: string;
  /** Terraform's word: `create`, `update`, `delete`, … A replacement is two of them. */
  readonly action: string;
}

/** How an apply ended. After a failure the state holds what is in `done`, and may hold what is in `failed`. */
export interface ApplyResult {
  readonly ok: boolean;
  readonly done: readonly AppliedResource[];
  /** What failed, and what was started but never reported as finished because Terraform was killed. */
  readonly failed: readonly AppliedResource[];
  /** Terraform's error messages; empty on success. */
  readonly output: string;
  /** A sentence: why Terraform was not even started, if so. */
  readonly refused?: string | undefined;
}

/**
 * Applies the plan file that `planDirectory` left in a runtime directory. The caller removes it.
 *
 * @param directory absolute path of the runtime directory
 * @param seal its state when the plan was judged: anything else is not applied
 */
export async function applyPlan(
  directory: string,
  seal: Seal,
  { binary, environment, lockTimeout, onLine }: Pick<PlanOptions, 'binary' | 'environment' | 'lockTimeout' | 'onLine'>,
): Promise<ApplyResult> {
  if (!isIntact(seal)) {
    const refused =
      'Its plan file or a file beside it is no longer what was judged: something else in this job changed it.';
    return { ok: false, done: [], failed: [], output: refused, refused };
  }
  const done: AppliedResource[] = [];
  const failed: AppliedResource[] = [];
  const begun = new Map<string, AppliedResource>();
  const errors: string[] = [];

  function read(line: string): void {
    const message = parse(line);
    const said = textOf(message, '@message') ?? line;
    onLine?.(withoutCredentials(said));
    const resource = hookOf(message);
    const type = field(message, 'type');
    if (type === 'diagnostic') {
      const diagnostic = field(message, 'diagnostic');
      if (field(diagnostic, 'severity') === 'error') errors.push(diagnosticText(diagnostic));
    }
    if (resource === undefined) return;
    if (type === 'apply_start') begun.set(keyOf(resource), resource);
    const ended = type === 'apply_complete' ? done : type === 'apply_errored' ? failed : undefined;
    if (ended !== undefined && begun.delete(keyOf(resource))) ended.push(resource);
  }

  const result = await runTerraform({
    binary,
    args: ['apply', '-input=false', '-json', ...lockArguments(lockTimeout), PLAN_FILE],
    directory,
    environment,
    onLine: read,
  });
  const ok = result.code === 0;
  const words = errors.length > 0 ? errors.join('\n\n') : result.stderr.trim();
  const fallback = `terraform apply ended with exit code ${result.code}.`;
  return {
    ok,
    done,
    failed: [...failed, ...begun.values()],
    output: ok ? '' : withoutCredentials(words === '' ? fallback : words),
  };
}

/** A line of the machine-readable UI (format: "ui" version 1.x); undefined for anything else. */
function parse(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return value;
  } catch {
    return undefined;
  }
}

function hookOf(message: unknown): AppliedResource | undefined {
  const hook = field(message, 'hook');
  const address = textOf(field(hook, 'resource'), 'addr');
  const action = textOf(hook, 'action');
  return address === undefined || action === undefined ? undefined : { address, action };
}

function keyOf({ address, action }: AppliedResource): string {
  return `${action} ${address}`;
}

/** `Error: <summary>`, the place, the source line, and the detail, as Terraform prints them. */
function diagnosticText(diagnostic: unknown): string {
  const range = field(diagnostic, 'range');
  const file = textOf(range, 'filename');
  const line = field(field(range, 'start'), 'line');
  const address = textOf(diagnostic, 'address');
  const code = textOf(field(diagnostic, 'snippet'), 'code');
  const where = [
    address === undefined ? '' : `  with ${address}`,
    file === undefined ? '' : `  on ${file} line ${String(line)}:`,
    code === undefined ? '' : `  ${String(line)}: ${code}`,
  ];
  const [summary = '', detail = ''] = ['summary', 'detail'].map((name) => textOf(diagnostic, name));
  const parts = [`Error: ${summary}`, where.filter((part) => part !== '').join('\n'), detail.trim()];
  return parts.filter((part) => part !== '').join('\n\n');
}
