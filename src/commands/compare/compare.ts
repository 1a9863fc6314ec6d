/** `kompos compare`: two configurations key by key: of two leaves, or of one at two revisions. */
import { formatPlace, inLeaves, placeInFile, problemError, throwOnErrors } from '../../base/problems.ts';
import type { LocalContext } from '../../execution/local-project.ts';
import {
  folderAt,
  withQuestions,
  type QuestionedProject,
  type QuestionRequest,
  type Questions,
} from '../../execution/questions.ts';
import { equalValues } from '../../hierarchy/json.ts';
import type { MapValue, Value } from '../../hierarchy/value.ts';
import { oneLine } from '../../markdown/escaping.ts';
import { count } from '../../markdown/phrases.ts';
import { entriesOf, jsonValue, shownValue } from '../../markdown/value-text.ts';
import type { Configurations } from '../../project/configurations.ts';
import type { Leaf } from '../../project/leaves.ts';
import { givenKeys, pick } from '../../rendering/render.ts';

export interface CompareRequest extends QuestionRequest {
  /** `leaf`, or `leaf@revision`, as typed; `@revision` alone is the other leaf there. */
  readonly before: string;
  readonly after: string;
  readonly format: 'text' | 'json';
}

/** A key that differs; undefined where one of the two lacks it. */
interface Difference {
  readonly key: string;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** Colors a text; the identity if there are no colors. */
type Paint = (style: 'red' | 'green' | 'bold', text: string) => string;

const WIDTH = 72;

/** @throws ProblemError if a leaf or revision does not exist, or its configuration cannot be resolved */
export async function compareLeaves(
  request: CompareRequest,
  context: LocalContext & { readonly paint: Paint },
): Promise<string> {
  return withQuestions(request, context, async (questions) => {
    const before = await sideOf(questions, request.before, request.after);
    const after = await sideOf(questions, request.after, request.before);
    const whole = [before.whole.value, after.whole.value];
    const [old, now] = whole.includes(undefined) ? [await given(before), await given(after)] : whole;
    if (old === undefined || now === undefined) throw new Error('neither a configuration nor problems');
    if (whole.includes(undefined)) {
      context.log.warning('Keys that a leaf does not get cannot be resolved and are left out: see "kompos config".');
    }
    const found = differences(old, now);
    if (request.format === 'json') return asJson(before.name, after.name, found);
    return asText(before.name, after.name, found, context.paint);
  });
}

interface Side {
  readonly name: string;
  readonly leaf: Leaf;
  readonly project: QuestionedProject;
  /** With the keys that the leaf does not get. */
  readonly whole: Awaited<ReturnType<Configurations['resolve']>>;
}

/** Only the keys that the leaf gets: what is wrong with others is no reason to fail. */
async function given({ leaf, project: { project, configurations } }: Side): Promise<MapValue | undefined> {
  const keys = givenKeys(project.settings, leaf.composition);
  const isGiven = (key: string): boolean => keys.variables(key) || keys.provider(key);
  const { value, problems } = await configurations.resolve(leaf, isGiven);
  throwOnErrors(inLeaves([{ leaf: leaf.path, problems }]));
  return value && pick(value, isGiven);
}

async function sideOf(questions: Questions, written: string, other: string): Promise<Side> {
  const { path, revision } = readOperand(written);
  const wanted = path === '' ? readOperand(other).path : path;
  if (wanted === '')
    throw problemError('usage', 'The leaf is missing.', { hint: 'Try: kompos compare LEAF@main LEAF' });
  const project = revision === undefined ? questions.here : await questions.at(revision);
  const leaf = folderAt(project, questions.place(wanted));
  const name = revision === undefined ? leaf.path : `${leaf.path}@${revision}`;
  return { name, leaf, project, whole: await project.configurations.resolve(leaf) };
}

/** `config/…/terraform=vpc@main`. The names of layers may contain an `@` as well, those of revisions no `=`. */
function readOperand(written: string): { readonly path: string; readonly revision: string | undefined } {
  const at = written.lastIndexOf('@');
  const revision = written.slice(at + 1);
  if (at < 0 || revision === '' || /[=*?[]/u.test(revision)) return { path: written, revision: undefined };
  return { path: written.slice(0, at), revision };
}

function differences(before: MapValue, after: MapValue): readonly Difference[] {
  const found: Difference[] = [];
  compare('', before, after);
  return found;

  function compare(key: string, old: Value | undefined, now: Value | undefined): void {
    if (old === now) return;
    if (old?.kind === 'map' && now?.kind === 'map') {
      for (const name of [...new Set([...Object.keys(old.children), ...Object.keys(now.children)])].sort()) {
        compare(key === '' ? name : `${key}.${name}`, old.children[name], now.children[name]);
      }
    } else if (old === undefined || now === undefined || !equalValues(old, now)) {
      found.push(...entries(key, old, now));
    }
  }

  /** A map that only one of the two has counts key by key as well. */
  function entries(key: string, old: Value | undefined, now: Value | undefined): readonly Difference[] {
    if (old?.kind === 'map' && now === undefined) {
      return entriesOf(old, key).map((entry) => ({ key: entry.key, before: entry.value, after: undefined }));
    }
    if (now?.kind === 'map' && old === undefined) {
      return entriesOf(now, key).map((entry) => ({ key: entry.key, before: undefined, after: entry.value }));
    }
    return [{ key, before: old, after: now }];
  }
}

function asText(before: string, after: string, found: readonly Difference[], paint: Paint): string {
  const lines = found.flatMap(({ key, before: old, after: now }) => [
    paint('bold', oneLine(key)),
    ...side('-', old, 'red', paint),
    ...side('+', now, 'green', paint),
  ]);
  const total = found.length === 0 ? 'Nothing differs.' : `${count(found.length, 'key differs', 'keys differ')}.`;
  return [`--- ${before}`, `+++ ${after}`, '', ...lines, ...(lines.length > 0 ? [''] : []), total]
    .map((line) => `${line}\n`)
    .join('');
}

function side(sign: '-' | '+', value: Value | undefined, style: 'red' | 'green', paint: Paint): readonly string[] {
  if (value === undefined) return [];
  return [paint(style, `  ${sign} ${shownValue(value, WIDTH)}`), `      ${formatPlace(value.source ?? value.origin)}`];
}

function asJson(before: string, after: string, found: readonly Difference[]): string {
  const sideOf = (value: Value | undefined): unknown =>
    value === undefined ? null : { value: jsonValue(value), place: placeInFile(value.source ?? value.origin) ?? null };
  const differing = found.map(({ key, before: old, after: now }) => ({ key, before: sideOf(old), after: sideOf(now) }));
  return `${JSON.stringify({ before, after, differences: differing }, undefined, 2)}\n`;
}
