/** The jobs of an apply in waves: what each hands over to the next, and whether it is in its environment. */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { decodeJwt, errors } from 'jose';
import { problem, problemError, throwOnErrors } from '../base/problems.ts';
import type { ApplyReport } from '../commands/apply/report.ts';
import type { WaveRun } from '../commands/apply/start-wave.ts';
import { isWaveResults, waveResults, type WaveResults } from '../commands/apply/wave-results.ts';
import { wavesDigest } from '../commands/apply/waves.ts';
import { Unreachable } from '../oidc/http.ts';
import { mint, tokenRequest, type TokenRequest } from '../oidc/mint.ts';
import { readFolders, writeFolder, type FoundFolder } from '../shards/folder.ts';
import { joinShards } from '../shards/join.ts';
import type { SharedRun } from '../shards/manifest.ts';
import { proveFolders } from '../shards/proofs.ts';
import type { Job } from './job.ts';
import { setOutput } from './runner.ts';
import { sharedRun } from './shard-run.ts';
import { signed } from './shard.ts';

/** One wave of a run. */
export interface WaveJob {
  /** See `WaveRequest`. */
  readonly start: (run: WaveRun) => Promise<ReadonlyMap<number, WaveResults>>;
  /** What earlier waves handed over, in their order. */
  readonly earlier: () => readonly WaveResults[];
  /** Hands over the results of this one, masked. */
  readonly handOver: (report: ApplyReport) => Promise<void>;
}

/** The waves of a run hand over folders of results like the shards of a plan, believed by the same rules. */
export function openWaveJob(job: Job): WaveJob {
  const { inputs, facts, log } = job;
  const folder = resolve(inputs.results ?? join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'kompos-waves'));
  let run: WaveRun | undefined;
  let earlier: readonly WaveResults[] = [];
  return {
    async start(begun) {
      run = begun;
      const own = begun.waves.find(({ number }) => number === begun.number);
      if (own?.environment !== undefined) await checkEnvironment(job, own.name, own.environment);
      const before = begun.waves.filter(({ number }) => number < begun.number);
      if (before.length === 0) return new Map();
      const results = await readEarlier(job, begun, folder);
      earlier = before.flatMap(({ number }) => results.get(number) ?? []);
      return results;
    },
    earlier: () => earlier,
    async handOver(report) {
      // A wave without leaves has nobody that waits for it.
      if (!run?.waves.some(({ number }) => number === run?.number)) return;
      const { number: shard } = run;
      const attempt = facts.run?.attempt ?? 0;
      const path = join(folder, `wave-${shard}-${attempt}`);
      await writeFolder(path, { ...sharedOf(job, run), shard, attempt }, waveResults(report), (manifest) =>
        signed(job, manifest, 'the next wave will not start'),
      );
      log.info(`The results are in ${path}, for the jobs of later waves.`);
      setOutput('wave-results', path);
    },
  };
}

/** The number of a wave stands for that of a shard, and what they agree on for the split. */
function sharedOf(job: Job, { of, waves, head, base }: WaveRun): SharedRun {
  return sharedRun(job, { head, checkedOut: head, base }, { of, split: wavesDigest(waves) }, process.env);
}

/** @returns the results of waves that have handed over any, by the number of the wave */
async function readEarlier(job: Job, run: WaveRun, folder: string): Promise<ReadonlyMap<number, WaveResults>> {
  const { inputs, facts, log } = job;
  const folders = existsSync(folder) ? readFolders([folder]) : [];
  log.info(`Results of waves in ${folder}: ${folders.map(({ name }) => name).join(', ') || 'none'}.`);
  const proofs = await proveFolders(folders, {
    mode: inputs.record,
    key: inputs.fingerprintKey,
    tokens: tokenRequest(process.env),
    serverUrl: facts.serverUrl,
    part: 'wave',
  });
  // Waves that were well in an earlier attempt are not applied again when only failed jobs run again.
  const own = { ...sharedOf(job, run), attempt: facts.run?.attempt ?? 0, since: 0 };
  const { taken, ignored, refused, unproven } = joinShards(own, folders, proofs);
  for (const { name, why } of ignored) log.info(`The results in ${name} do not count: ${why}.`);
  const results = new Map<number, WaveResults>();
  const wrong = [...refused];
  for (const [number, found] of taken) {
    // Its own of an earlier attempt are no reason to start.
    if (number >= run.number) continue;
    const data = readResults(found);
    if (data === undefined) wrong.push({ name: found.name, why: 'its results.json is damaged' });
    else results.set(number, data);
  }
  throwOnErrors(
    wrong.map(({ name, why }) =>
      problem('wave', `The results in ${name} are not used: ${why}.`, {
        hint: 'Download only the artifacts that jobs of this run have made for its waves.',
      }),
    ),
  );
  if (results.size > 0 && unproven !== undefined) {
    throw problemError('wave', `The results of earlier waves prove nothing: ${unproven}`, {
      hint: 'With "record: keyed", they are proven by the "fingerprint-key" instead.',
    });
  }
  return results;
}

function readResults(found: Extract<FoundFolder, { kind: 'results' }>): WaveResults | undefined {
  try {
    const data = found.results();
    return isWaveResults(data) ? data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Makes sure that the job is in the environment that its leaves need: GitHub says so in the job's own token. A job that
 * cannot get one, because nothing is signed, is taken at its word.
 */
async function checkEnvironment({ inputs }: Job, wave: string, environment: string): Promise<void> {
  const tokens = tokenRequest(process.env);
  if (tokens === undefined) {
    if (inputs.record !== 'signed') return;
    throw problemError('wave', `Wave "${wave}" belongs to the environment "${environment}", which cannot be checked.`, {
      hint: 'Give this job "permissions: id-token: write".',
    });
  }
  const own = await environmentOf(tokens);
  // GitHub tells no names apart by their case.
  if (own?.toLowerCase() === environment.toLowerCase()) return;
  const where = own === undefined ? 'in none' : `in "${own}"`;
  throw problemError('wave', `Wave "${wave}" belongs to the environment "${environment}", and this job is ${where}.`, {
    hint: `Set "environment: ${environment}" on the job, or change the setting "environments".`,
  });
}

async function environmentOf(tokens: TokenRequest): Promise<string | undefined> {
  try {
    const { environment } = decodeJwt(await mint(tokens, 'kompos:wave'));
    return typeof environment === 'string' ? environment : undefined;
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof errors.JOSEError)) throw error;
    throw problemError('wave', `The environment of this job cannot be checked: ${error.message}.`, {
      hint: 'Run the job again.',
    });
  }
}
