/**
 * What earlier attempts of a run did: it is stored at the end of the report's comment, because the report of the next
 * attempt replaces it, and finds "nothing to do" where the first one applied something.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { field, list, textOf } from '../../base/json.ts';
import { count } from '../../markdown/phrases.ts';
import type { ApplyLeafReport, ApplyReport, EarlierOutcome } from './report.ts';
import { summaryOf } from './wording.ts';

/** Bytes of a comment's part: the report needs the rest. */
const MOST_BYTES = 15_000;
/** Far more than that unpacks to. */
const MOST_UNPACKED = 4 * 1024 * 1024;

const HISTORY = /\n<!-- kompos:applied ([A-Za-z0-9+/=]+) -->\s*$/u;

/** The hidden text at the end of the comment's first part: what this attempt and those before it did. */
export function historyTrailers(report: ApplyReport): readonly string[] {
  const { run, earlier = [], leaves } = report;
  const own = leaves.flatMap((leaf) => outcomeToKeep(leaf, leaf.attempt ?? run?.attempt ?? 1));
  // What was applied must not get lost; of the rest, the latest says most.
  const all = [...own, ...earlier.toReversed()].toSorted((a, b) => rank(a) - rank(b));
  for (let most = all.length; most > 0; most = Math.floor(most / 2)) {
    const packed = deflateRawSync(JSON.stringify(all.slice(0, most))).toString('base64');
    if (packed.length <= MOST_BYTES) return [`<!-- kompos:applied ${packed} -->`];
  }
  return [];
}

/** Reads it from a comment's body, trusting nothing: it is only shown. */
export function readHistory(body: string): readonly EarlierOutcome[] {
  const packed = HISTORY.exec(body)?.[1];
  if (packed === undefined) return [];
  try {
    const options = { maxOutputLength: MOST_UNPACKED };
    const read: unknown = JSON.parse(inflateRawSync(Buffer.from(packed, 'base64'), options).toString('utf8'));
    return list(read).flatMap((each) => outcomeIn(each) ?? []);
  } catch {
    return [];
  }
}

function outcomeIn(value: unknown): EarlierOutcome | undefined {
  const [leaf, words, attempt] = [textOf(value, 'leaf'), textOf(value, 'words'), field(value, 'attempt')];
  const status = KEPT.find((each) => each === field(value, 'status'));
  if (leaf === undefined || words === undefined || status === undefined) return undefined;
  return typeof attempt === 'number' ? { attempt, leaf, status, words } : undefined;
}

/** The outcomes worth keeping: others changed nothing, and the next attempt shows them again. */
const KEPT = ['applied', 'failed', 'refused', 'awaiting', 'not-tried'] as const;

function outcomeToKeep(leaf: ApplyLeafReport, attempt: number): readonly EarlierOutcome[] {
  const { outcome } = leaf;
  const status = KEPT.find((each) => each === outcome.status);
  if (status === undefined) return [];
  const done = outcome.status === 'failed' ? outcome.done.length : 0;
  const partly = done === 0 ? '' : `, ${count(done, 'change', 'changes')} done`;
  return [{ attempt, leaf: leaf.leaf, status, words: `${summaryOf(leaf)}${partly}` }];
}

function rank({ status }: EarlierOutcome): number {
  return status === 'applied' ? 0 : status === 'failed' ? 1 : 2;
}
