/** The GitHub Actions edge: environment, inputs and event → the command that was asked for. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Log } from '../base/log.ts';
import { messageOf } from '../base/node-errors.ts';
import { createMasker, type Masker } from '../masking/masking.ts';
import { likelySecrets } from '../masking/likely-secrets.ts';
import { compilePatterns } from '../masking/patterns.ts';
import { formatProblem, problem, ProblemError, problemsOf, type Problem } from '../base/problems.ts';
import { readEvent, type ActionEvent } from './event.ts';
import { readInputs, unknownInputs, type Inputs } from './inputs.ts';
import { runFacts, tellRunner } from './job.ts';
import { createActionLog } from './log.ts';
import { runPlan } from './plan.ts';
import { annotate, forgetInputs, getInput, inputNames } from './runner.ts';

/**
 * Runs the action. Sets the exit code, and throws nothing: what Node prints of an error is not masked.
 *
 * @param exposed why other processes can read the environment of this one; undefined where they cannot
 */
export async function runAction(exposed: string | undefined): Promise<void> {
  let masker = createMasker([]);
  try {
    const inputs = readInputs(getInput, availableParallelism());
    const unknown = unknownInputs(inputNames());
    forgetInputs();
    const { GITHUB_EVENT_NAME: name = '', GITHUB_ACTOR: actor = '', GITHUB_REF: ref = '' } = process.env;
    const event = readEvent(name, readPayload(), actor, ref);
    masker = createMasker(await compilePatterns(inputs.mask));
    annotateProblems(unknown, masker);
    await run(inputs, event, masker, exposed);
  } catch (error) {
    annotateProblems(problemsOf(error) ?? [ownMistake(error, masker)], masker);
    process.exitCode = 1;
  }
}

async function run(inputs: Inputs, event: ActionEvent, masker: Masker, exposed: string | undefined): Promise<void> {
  masker.addEncoded([inputs.token, inputs.fingerprintKey].flatMap((secret) => secret ?? []));
  // An untrusted run never sees the values, so there is nothing to mask.
  if (event.untrusted === undefined) {
    masker.addEncoded(inputs.allowEnv.flatMap((name) => process.env[name] ?? []));
    masker.addEncoded(likelySecrets(process.env));
  }
  tellRunner(masker);
  const log = logTo(masker);
  if (exposed !== undefined) {
    log.warning(
      `A plan can read the inputs of this action and the job's tokens from /proc: ${exposed}. Run it on Node 24, as runners do.`,
    );
  }
  const job = { inputs, event, log, masker, facts: runFacts(inputs, process.env) };
  switch (inputs.command) {
    case 'plan':
      return runPlan(job);
    case 'apply': {
      const { runApply } = await import('./apply.ts');
      return runApply(job);
    }
    case 'drift': {
      const { runDrift } = await import('./drift.ts');
      return runDrift(job);
    }
  }
}

function logTo(masker: Masker): Log {
  return createActionLog((line) => process.stdout.write(`${line}\n`), masker);
}

function ownMistake(error: unknown, masker: Masker): Problem {
  if (error instanceof Error && error.stack !== undefined) logTo(masker).info(error.stack);
  return problem('files', `Kompos failed by a mistake of its own: ${messageOf(error)}.`, {
    hint: 'Please report it, with the lines that begin with "at" in the log of this step.',
  });
}

/** Problems before there is anything to report on. */
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
    throw new ProblemError([
      problem('event', `The event in GITHUB_EVENT_PATH ("${path}") cannot be read: ${why}`, {
        hint: 'GitHub sets it for every step; outside of a workflow use the command line: kompos --help.',
      }),
    ]);
  }
}
