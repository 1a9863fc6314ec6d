/** `kompos explain`: how the value at a key came to be, and what reads it. */
import { openCodeReader, type CodeRead } from '../../rendering/code-reads.ts';
import { cloudOf, givenKeys } from '../../rendering/render.ts';
import { valueAt } from '../../hierarchy/interpolation/interpolate.ts';
import { placeholderLinks, referencesIn } from '../../hierarchy/interpolation/placeholder-links.ts';
import { keysOf } from '../../hierarchy/interpolation/suggest.ts';
import { layerSteps } from '../../hierarchy/layer-steps.ts';
import { lookup } from '../../hierarchy/interpolation/lookup.ts';
import type { MapValue, Origin } from '../../hierarchy/value.ts';
import { ProblemError } from '../../base/problems.ts';
import { sourceFolder } from '../../project/project.ts';
import type { Leaf } from '../../project/leaves.ts';
import type { LocalContext } from '../../execution/local-project.ts';
import {
  folderAt,
  mergedAt,
  noKey,
  withQuestions,
  type QuestionedProject,
  type QuestionRequest,
} from '../../execution/questions.ts';
import type { Explanation, Reader } from './explanation.ts';
import { explanationJson, explanationText, type Paint } from './text.ts';

export interface ExplainRequest extends QuestionRequest {
  readonly key: string;
  /** A leaf, or a folder above leaves, as typed; undefined: the first config root. */
  readonly configPath: string | undefined;
  readonly format: 'text' | 'json';
}

/** @throws ProblemError if there is no such folder, or no layer of it sets the key */
export async function explain(
  request: ExplainRequest,
  context: LocalContext & { readonly paint: Paint },
): Promise<string> {
  return withQuestions(request, context, async (questions) => {
    const { here } = questions;
    const leaf = folderAt(here, questions.place(request.configPath));
    const explanation = await explainKey(here, leaf, request.key);
    return request.format === 'json' ? explanationJson(explanation) : explanationText(explanation, context.paint);
  });
}

async function explainKey(here: QuestionedProject, leaf: Leaf, key: string): Promise<Explanation> {
  const { configurations, environment, listMerge } = here;
  const merged = await mergedAt(here, leaf);
  const { layers } = await configurations.layersOf(leaf);
  const { key: setKey, steps } = layerSteps(layers, key, listMerge);
  const { value, problems } = valueAt(merged, key, environment);
  if (value === undefined && problems.length === 0 && steps.every(({ effect }) => effect === 'left')) {
    throw noKey(key, leaf.path, keysOf(merged));
  }
  const written = lookup(merged, key) ?? lookup(merged, setKey);
  const references = referencesTo(merged, key);
  return {
    key,
    folder: leaf.path,
    setKey,
    steps,
    links: written === undefined ? [] : placeholderLinks(written, merged, environment),
    value,
    place: value?.source ?? value?.origin,
    problems,
    references,
    code: await codeOf(here, leaf, merged, [key, ...references.map((each) => each.key)]),
    withheld: withheldBy(here, leaf, key),
  };
}

/** The keys that take a value over, directly or through others. */
function referencesTo(merged: MapValue, key: string): Explanation['references'] {
  const all = referencesIn(merged);
  const found = new Map<string, Origin>();
  const queue = [key];
  for (const each of queue) {
    const wanted = each.split('.');
    for (const { path, from, origin } of all) {
      if (!overlaps(path, wanted) || path.length === 0 || found.has(from) || from === key) continue;
      found.set(from, origin);
      queue.push(from);
    }
  }
  return [...found].map(([name, place]) => ({ key: name, place }));
}

/** Whether one path is the other, or above it. */
function overlaps(a: readonly string[], b: readonly string[]): boolean {
  return a.slice(0, b.length).every((step, index) => step === b[index]);
}

async function codeOf(
  { project, caches, environment }: QuestionedProject,
  leaf: Leaf,
  merged: MapValue,
  keys: readonly string[],
): Promise<Explanation['code']> {
  if (!leaf.path.includes('/composition=')) return undefined;
  const folder = folderOf();
  const code = folder === undefined ? undefined : await openCodeReader(project, caches.syntax)(folder);
  if (folder === undefined || code === undefined) return undefined;
  const given = givenKeys(project.settings, leaf.composition);
  const readers = keys.flatMap((key, index) => {
    const path = key.split('.');
    const [first = ''] = path;
    const read = code.reads.filter(
      (each) => overlaps(each.path, path) && (each.how === 'pin' ? each.path.length > 0 : given.variables(first)),
    );
    const generated: readonly CodeRead[] = given.provider(first)
      ? [{ path: [first], how: 'provider', file: 'provider.tf.json', line: undefined }]
      : [];
    return [...read, ...generated].map((each): Reader => ({ ...each, via: index === 0 ? undefined : key }));
  });
  return { folder, readers: onceEach(readers), mayReadAll: code.mayReadAll };

  /** A cloud, or a setting, that is wrong is for `kompos validate` to report. */
  function folderOf(): string | undefined {
    try {
      return sourceFolder(project, leaf, cloudOf(merged, environment).cloud);
    } catch (error) {
      if (error instanceof ProblemError) return undefined;
      throw error;
    }
  }
}

/** A place that reads the key itself is not named again for the keys that take it over. */
function onceEach(readers: readonly Reader[]): readonly Reader[] {
  const byPlace = new Map<string, Reader>();
  for (const reader of readers) {
    const key = JSON.stringify([reader.file, reader.line, reader.how, reader.address ?? null]);
    if (!byPlace.has(key)) byPlace.set(key, reader);
  }
  return [...byPlace.values()];
}

function withheldBy(
  { project: { settings } }: QuestionedProject,
  { composition }: Leaf,
  key: string,
): string | undefined {
  const [first = ''] = key.split('.');
  if (settings.excludedKeys.get(composition)?.includes(first) === true) {
    return `compositions.config_keys.excluded.${composition}`;
  }
  const filtered = settings.filteredKeys.get(composition);
  return filtered !== undefined && !filtered.includes(first)
    ? `compositions.config_keys.filtered.${composition}`
    : undefined;
}
