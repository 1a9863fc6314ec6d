/** Decides which folders of results a join believes. Any job of a run can upload one, so each has to prove itself. Pure. */
import { field } from '../base/json.ts';
import type { Claims } from '../gate/signature.ts';
import type { FoundFolder } from './folder.ts';
import type { SharedRun, ShardManifest } from './manifest.ts';

/** The results of one shard. */
export type ShardFolder = Extract<FoundFolder, { kind: 'results' }>;

/** Whether a folder is by who it says; a sentence if it is not, or if nobody can tell. */
export type Proof =
  | { readonly kind: 'proven' }
  | { readonly kind: 'unproven'; readonly why: string }
  | { readonly kind: 'forged'; readonly why: string };

/** The run that joins. */
export interface JoiningRun extends SharedRun {
  readonly attempt: number;
  /** The attempt in which all jobs began: results of earlier ones no longer count. */
  readonly since: number;
}

export interface Join {
  /** The newest results of each shard, by its number. */
  readonly taken: ReadonlyMap<number, ShardFolder>;
  /** Folders that do not count, and need not: unfinished ones, and those of earlier attempts. */
  readonly ignored: readonly { readonly name: string; readonly why: string }[];
  /** A clause for each folder that is not believed. */
  readonly refused: readonly { readonly name: string; readonly why: string }[];
  /** Why the results prove nothing, so that no record may be made of them; undefined if all do. */
  readonly unproven: string | undefined;
}

/** @param proofs of the folders */
export function joinShards(
  own: JoiningRun,
  folders: readonly FoundFolder[],
  proofs: ReadonlyMap<FoundFolder, Proof>,
): Join {
  const refused: { name: string; why: string }[] = [];
  const ignored: { name: string; why: string }[] = [];
  const shards = new Map<number, ShardFolder[]>();
  for (const folder of folders) {
    const { name } = folder;
    if (folder.kind === 'unfinished') ignored.push({ name, why: 'its job ended before it was complete' });
    else if (folder.kind === 'unusable') refused.push({ name, why: folder.why });
    else {
      const { manifest } = folder;
      const proof = proofs.get(folder);
      const why = foreign(manifest, own);
      // When all jobs run again, the leaves may be split otherwise than before. One run can make several reports.
      const isHarmless = manifest.run === own.run && (manifest.attempt < own.attempt || manifest.title !== own.title);
      if (proof?.kind === 'forged') refused.push({ name, why: proof.why });
      else if (why !== undefined) (isHarmless ? ignored : refused).push({ name, why });
      else shards.set(manifest.shard, [...(shards.get(manifest.shard) ?? []), folder]);
    }
  }
  const taken = new Map<number, ShardFolder>();
  for (const [shard, all] of [...shards].sort(([a], [b]) => a - b)) {
    const newest = Math.max(...all.map(({ manifest }) => manifest.attempt));
    const candidates = all.filter(({ manifest }) => manifest.attempt === newest);
    const earlier = all.filter((folder) => !candidates.includes(folder));
    ignored.push(...earlier.map(({ name }) => ({ name, why: `attempt ${newest} has newer results` })));
    const [first] = candidates;
    if (first === undefined) continue;
    // The same folder twice says the same.
    const different = candidates.filter(({ manifest }) => manifest.results !== first.manifest.results);
    if (different.length === 0) taken.set(shard, first);
    else {
      const names = candidates.map(({ name }) => name);
      for (const name of names) {
        const others = names.filter((other) => other !== name).join(', ');
        refused.push({ name, why: `shard ${shard} has other results of the same attempt in ${others}` });
      }
    }
  }
  const doubtful = [...taken.values()].flatMap((folder) => {
    const proof = proofs.get(folder) ?? { kind: 'unproven', why: 'nothing was checked.' };
    return proof.kind === 'proven' ? [] : [proof.why];
  });
  return { taken, ignored, refused, unproven: doubtful[0] };
}

const SHARED: Readonly<Record<Exclude<keyof SharedRun, 'selection'>, string>> = {
  kompos: 'version of Kompos',
  repositoryId: 'repository',
  repository: 'repository',
  run: 'run',
  workflow: 'workflow',
  pullRequest: 'pull request',
  head: 'head commit',
  checkedOut: 'checked-out commit',
  base: 'base commit',
  title: 'title',
  projectRoot: 'working-directory',
  of: 'number of shards',
  split: 'split of the leaves',
  files: 'digest of the files',
};

/** Why a folder does not belong to this join; undefined if it does. */
function foreign(manifest: ShardManifest, own: JoiningRun): string | undefined {
  for (const [name, words] of Object.entries(SHARED)) {
    const [theirs, ours] = [field(manifest, name), field(own, name)];
    if (theirs !== ours) return `its ${words} is "${String(theirs).slice(0, 200)}", and here it is "${String(ours)}"`;
  }
  if (manifest.selection.join('\n') !== own.selection.join('\n')) return 'it is about other leaves (input "leaves")';
  if (manifest.attempt > own.attempt) return `it is of attempt ${manifest.attempt}, which is later than this one`;
  if (manifest.attempt < own.since) return `all jobs have run again since attempt ${manifest.attempt}`;
  if (manifest.shard < 1 || manifest.shard > own.of) return `there is no shard ${manifest.shard} of ${own.of}`;
  return undefined;
}

/** What a token of the joining job and those of its shards have in common. */
const COMMON_CLAIMS = [
  'iss',
  'repository_id',
  'run_id',
  'event_name',
  'ref',
  'sha',
  'base_ref',
  'head_ref',
  'workflow_ref',
  'workflow_sha',
  'job_workflow_ref',
  'job_workflow_sha',
] as const;

/**
 * Why the claims of a shard's token do not belong to a job of this run; undefined if they do.
 *
 * @param own claims of the joining job's own token
 * @param attempt that the manifest names
 */
export function wrongShardClaim(claims: Claims, own: Claims, audience: string, attempt: number): string | undefined {
  // A token with further audiences would be accepted elsewhere too.
  if (claims['aud'] !== audience) return 'its signature is for something else ("aud")';
  if (claims['run_attempt'] !== String(attempt)) return 'its signature is of another attempt ("run_attempt")';
  const wrong = COMMON_CLAIMS.find((name) => claims[name] !== own[name]);
  return wrong === undefined ? undefined : `its signature is of another run or workflow ("${wrong}")`;
}
