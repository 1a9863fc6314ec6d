/** The GitHub Actions edge: environment, inputs and event → the requested command. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { debug, debugTo, timed } from '../base/debug.ts';
import { internalError, sourceStack } from '../base/internal-error.ts';
import { messageOf } from '../base/node-errors.ts';
import { withoutCredentials } from '../git/url-credentials.ts';
import { createMasker, type Masker } from '../masking/masking.ts';
import { likelySecrets } from '../masking/likely-secrets.ts';
import { compilePatterns } from '../masking/patterns.ts';
import { formatProblem, problemError, problemsOf, type Problem } from '../base/problems.ts';
import { version } from '../base/version.ts';
import { readEvent, type ActionEvent } from './event.ts';
import { readInputs, unreadInputs, type Inputs } from './inputs.ts';
import { runFacts, registerSecrets } from './job.ts';
import { createActionLog, type ActionLog } from './log.ts';
import { runPlan } from './plan.ts';
import { annotate, forgetInputs, getInput, inputNames } from './runner.ts';

/**
 * Runs the action. Sets the exit code and never throws: what Node prints about an error is not masked.
 *
 * @param exposed why other processes can read the environment of this one; undefined if they cannot
 */
export async function runAction(exposed: string | undefined): Promise<void> {
  let masker = createMasker([]);
  try {
    const inputs = readInputs(getInput, inputNames(process.env), {
      cores: availableParallelism(),
      workspace: process.env['GITHUB_WORKSPACE'] ?? process.cwd(),
    });
    const unread = unreadInputs(getInput, inputs.command);
    forgetInputs();
    const { GITHUB_EVENT_NAME: name = '', GITHUB_ACTOR: actor = '', GITHUB_REF: ref = '' } = process.env;
    const event = readEvent(name, readPayload(), actor, ref);
    masker = createMasker(await compilePatterns(inputs.mask));
    protectSecrets(inputs, event, masker);
    if (process.env['RUNNER_DEBUG'] === '1') {
      debugTo((line) => {
        logTo(masker).debug(withoutCredentials(line));
      });
      debug(`kompos ${version()}, Node ${process.version}, ${process.platform} ${process.arch}`);
      debug(`inputs that ${inputs.command} does not read: ${unread.join(', ') || 'none'}`);
    }
    await timed(`command ${inputs.command}`, () => run(inputs, event, masker, exposed));
  } catch (error) {
    annotateProblems(problemsOf(error) ?? [ownError(error, masker)], masker);
    process.exitCode = 1;
  }
}

function protectSecrets(inputs: Inputs, event: ActionEvent, masker: Masker): void {
  masker.addEncoded([inputs.token, inputs.fingerprintKey].flatMap((secret) => secret ?? []));
  // An untrusted run never sees the values, so there is nothing to mask.
  if (event.untrusted === undefined) {
    masker.addEncoded(inputs.allowEnv.flatMap((name) => process.env[name] ?? []));
    masker.addEncoded(likelySecrets(process.env));
  }
  registerSecrets(masker);
}

async function run(inputs: Inputs, event: ActionEvent, masker: Masker, exposed: string | undefined): Promise<void> {
  const log = logTo(masker);
  if (exposed !== undefined) {
    log.warning(
      `A plan can read the inputs of this action and the job's tokens from /proc: ${exposed}. Run it on Node 24, as runners do.`,
    );
  }
  const job = { inputs, event, log, masker, facts: runFacts(inputs, process.env) };
  switch (inputs.command) {
    case 'plan': {
      if (inputs.shard === undefined) return runPlan(job);
      const { runShard } = await import('./shard.ts');
      return runShard(job, inputs.shard);
    }
    case 'report': {
      const { runReport } = await import('./report.ts');
      return runReport(job);
    }
    case 'affected': {
      const { runAffected } = await import('./affected.ts');
      return runAffected(job);
    }
    case 'apply': {
      const { runApply } = await import('./apply.ts');
      return runApply(job);
    }
    case 'drift': {
      const { runDrift } = await import('./drift.ts');
      return runDrift(job);
    }
    case 'validate': {
      const { runValidate } = await import('./validate.ts');
      return runValidate(job);
    }
  }
}

function logTo(masker: Masker): ActionLog {
  return createActionLog((line) => process.stdout.write(`${line}\n`), masker);
}

function ownError(error: unknown, masker: Masker): Problem {
  logTo(masker).info(sourceStack(error) ?? '');
  return internalError(error, 'run the job again with "Enable debug logging"');
}

/** Problems found before there is anything to report on. */
function annotateProblems(problems: readonly Problem[], masker: Masker): void {
  for (const each of problems) {
    const { file, line } = each.place ?? {};
    annotate({ severity: each.severity, title: 'Kompos', message: masker.mask(formatProblem(each)), file, line });
  }
}

function readPayload(): unknown {
  const path = process.env['GITHUB_EVENT_PATH'] ?? '';
  try {
    const payload: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return payload;
  } catch (error) {
    const why = messageOf(error);
    throw problemError('event', `The event in GITHUB_EVENT_PATH ("${path}") cannot be read: ${why}`, {
      hint: 'GitHub sets it for every step; outside of a workflow use the command line: kompos --help.',
    });
  }
}
