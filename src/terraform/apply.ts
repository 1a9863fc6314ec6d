/** Applies a plan file. What was done comes from Terraform's machine-readable output, not from its prose. */
import { withoutCredentials } from '../git/url-credentials.ts';
import { field, textOf } from '../base/json.ts';
import { lockArguments } from './command-line.ts';
import { consolidated, diagnosticOf, type Diagnostic } from './diagnostics.ts';
import { endingInWords } from './ending.ts';
import { triggerInWords } from './plan-json.ts';
import type { PlanOptions } from './plan.ts';
import { PLAN_FILE } from '../rendering/terraform-files.ts';
import { runTerraform } from './process.ts';
import { isIntact, type Seal } from './seal.ts';
import { appliedStepIn, messageIn } from './steps.ts';

/** One resource that the apply processed, or one action that it invoked. */
export interface AppliedResource {
  /** `terraform_data.a`; `action.a_send.this (after create of terraform_data.a)` */
  readonly address: string;
  /** Terraform's word: `create`, `update`, `delete`, … A replacement is two of them. An action: `invoke`. */
  readonly action: string;
}

/** How an apply ended. After a failure the state holds what is in `done`, and may hold what is in `failed`. */
export interface ApplyResult {
  readonly ok: boolean;
  readonly done: readonly AppliedResource[];
  /**
   * What failed, and what was started but never reported as finished because Terraform was killed. After an apply that
   * went well: actions that may fail (`on_failure = continue`).
   */
  readonly failed: readonly AppliedResource[];
  /** Terraform's error messages; empty on success. */
  readonly output: string;
  /** Its warnings, and after a failure its errors. */
  readonly diagnostics: readonly Diagnostic[];
  /** A sentence: why Terraform was not even started, if so. */
  readonly refused?: string | undefined;
}

export interface ApplyOptions extends Pick<PlanOptions, 'binary' | 'environment' | 'lockTimeout' | 'onLine'> {
  /**
   * Called while it runs with what is being done, in words that hold no value of any resource.
   *
   * @param isEnd whether it is done, or has failed
   */
  readonly onStep?: ((step: string, isEnd: boolean) => void) | undefined;
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
  { binary, environment, lockTimeout, onLine, onStep }: ApplyOptions,
): Promise<ApplyResult> {
  if (!isIntact(seal)) {
    const refused =
      'Its plan file or a file beside it is no longer what was judged: something else in this job changed it.';
    return { ok: false, done: [], failed: [], output: refused, diagnostics: [], refused };
  }
  const done: AppliedResource[] = [];
  const failed: AppliedResource[] = [];
  /** A resource's deposed objects have its address: equal entries may be in it. */
  const begun: AppliedResource[] = [];
  const planned: AppliedResource[] = [];
  const errors: { readonly summary: string; readonly text: string }[] = [];
  const diagnostics: Diagnostic[] = [];

  function read(line: string): void {
    const message = messageIn(line);
    const said = textOf(message, '@message') ?? line;
    onLine?.(withoutCredentials(said));
    const type = textOf(message, 'type') ?? '';
    if (type === 'diagnostic') {
      const diagnostic = field(message, 'diagnostic');
      const one = diagnosticOf(diagnostic);
      const { severity, summary, detail } = one;
      diagnostics.push({ ...one, summary: withoutCredentials(summary), detail: withoutCredentials(detail) });
      if (severity === 'error') errors.push({ summary, text: diagnosticText(diagnostic) });
    }
    if (type === 'planned_change') planned.push(...resourceIn(field(message, 'change')));
    const [, step] = /^(?:apply|action)_(start|complete|errored)$/u.exec(type) ?? [];
    if (step === undefined) return;
    const hook = field(message, 'hook');
    for (const each of type.startsWith('action') ? invocationIn(hook) : resourceIn(hook)) {
      const index = begun.findIndex((other) => keyOf(other) === keyOf(each));
      if (step === 'start') begun.push(each);
      else if (index >= 0) (step === 'complete' ? done : failed).push(...begun.splice(index, 1));
    }
  }

  const result = await runTerraform({
    binary,
    args: ['apply', '-input=false', '-json', ...lockArguments(lockTimeout), PLAN_FILE],
    directory,
    environment,
    onLine: read,
    onPrinted: (line) => {
      const step = appliedStepIn(line);
      if (step !== undefined) onStep?.(step.words, step.isEnd);
    },
    // The state comes before everything else.
    neverKilled: true,
  });
  const unfinished = [...failed, ...begun];
  const isOnlyForgotten =
    result.code === 1 &&
    errors.length === 1 &&
    errors[0]?.summary === LEFT_BEHIND &&
    unfinished.length === 0 &&
    planned.every((each) => each.action === 'remove' || done.some((other) => keyOf(other) === keyOf(each)));
  const ok = result.code === 0 || isOnlyForgotten;
  // Standard error has what a provider that crashed has printed.
  const words = [...errors.map(({ text }) => text), result.stderr.trim()].filter((part) => part !== '').join('\n\n');
  const ending = endingInWords(binary.program, 'apply', result.code, words !== '');
  return {
    ok,
    done,
    failed: unfinished,
    output: ok ? '' : withoutCredentials([words, ending].filter(Boolean).join('\n\n')),
    diagnostics: consolidated(diagnostics.filter(({ severity }) => !ok || severity === 'warning')),
  };
}

/**
 * OpenTofu ends the apply of a destroy plan with this error, and with exit code 1, if it has forgotten objects as planned
 * (`internal/tofu/context_apply.go`). Everything else is destroyed by then, and the state is saved.
 */
const LEFT_BEHIND = 'Destroy was successful but left behind forgotten instances';

/** None if it is not about a resource. */
function resourceIn(value: unknown): readonly AppliedResource[] {
  const address = textOf(field(value, 'resource'), 'addr');
  const action = textOf(value, 'action');
  return address === undefined || action === undefined ? [] : [{ address, action }];
}

/** An action of a provider (Terraform 1.14): the same one may be invoked by several resources, and at several events. */
function invocationIn(hook: unknown): readonly AppliedResource[] {
  const address = textOf(field(hook, 'action'), 'addr');
  if (address === undefined) return [];
  const lifecycle = field(hook, 'lifecycle');
  const trigger = triggerInWords(textOf(lifecycle, 'trigger_event'), textOf(field(lifecycle, 'resource'), 'addr'));
  return [{ address: trigger === undefined ? address : `${address} (${trigger})`, action: 'invoke' }];
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
