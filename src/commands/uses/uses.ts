/** `kompos uses`: which leaves see a key, with which values, and which code reads it. */
import { ProblemError } from '../../base/problems.ts';
import type { LocalContext } from '../../execution/local-project.ts';
import {
  leavesFor,
  noKey,
  withQuestions,
  type QuestionedProject,
  type QuestionRequest,
} from '../../execution/questions.ts';
import { referencesIn } from '../../hierarchy/interpolation/placeholder-links.ts';
import { valueAt } from '../../hierarchy/interpolation/interpolate.ts';
import { keysOf } from '../../hierarchy/interpolation/suggest.ts';
import { toCompactJson } from '../../hierarchy/json.ts';
import type { MapValue, Origin, Value } from '../../hierarchy/value.ts';
import { sourceFolder } from '../../project/project.ts';
import type { Leaf } from '../../project/leaves.ts';
import { openCodeReader, type CodeRead } from '../../rendering/code-reads.ts';
import { cloudOf, givenKeys } from '../../rendering/render.ts';
import type { ReadingCode, Uses } from './found.ts';
import { usesJson, usesText } from './text.ts';

export interface UsesRequest extends QuestionRequest {
  readonly key: string;
  /** A path, a glob, or a term such as `env=dev`, as typed; undefined: all leaves. */
  readonly configPath: string | undefined;
  readonly format: 'text' | 'json';
}

/** @throws ProblemError if no leaf has the key */
export async function findUses(request: UsesRequest, context: LocalContext): Promise<string> {
  return withQuestions(request, context, async (questions) => {
    const { leaves } = leavesFor(questions, request.configPath);
    const uses = await usesOf(questions.here, leaves, request.key);
    return request.format === 'json' ? usesJson(uses) : usesText(uses);
  });
}

async function usesOf(here: QuestionedProject, leaves: readonly Leaf[], key: string): Promise<Uses> {
  const { configurations, environment } = here;
  await configurations.load(leaves);
  const values = new Map<string, { value: Value; place: Origin; leaves: string[] }>();
  const without: string[] = [];
  const unresolved: { leaf: string; why: string }[] = [];
  const references = new Map<string, { key: string; place: Origin }>();
  const known = new Set<string>();
  const code = openCode(here, key);
  const noted = new Set<Value>();
  for (const leaf of leaves) {
    const { value: merged, problems: unread } = await configurations.merged(leaf);
    if (merged === undefined) {
      unresolved.push({ leaf: leaf.path, why: unread[0]?.message ?? 'No layer has a file.' });
      continue;
    }
    const { value, problems } = valueAt(merged, key, environment);
    if (value === undefined) {
      const [first] = problems;
      if (first !== undefined) unresolved.push({ leaf: leaf.path, why: first.message });
      else without.push(leaf.path);
      if (known.size === 0) for (const each of keysOf(merged)) known.add(each);
      continue;
    }
    const text = toCompactJson(value);
    const group = values.get(text);
    if (group === undefined) values.set(text, { value, place: value.source ?? value.origin, leaves: [leaf.path] });
    else group.leaves.push(leaf.path);
    noteReferences(merged);
    await code.note(leaf, merged);
  }
  if (values.size === 0 && unresolved.length === 0) throw noKey(key, 'any leaf', [...known]);
  return {
    key,
    values: [...values.values()].sort((a, b) => b.leaves.length - a.leaves.length),
    without,
    unresolved,
    references: [...references.values()],
    code: code.found(),
  };

  /** Leaves share most of their configuration: each part is looked at once. */
  function noteReferences(merged: MapValue): void {
    const wanted = key.split('.');
    for (const [name, part] of Object.entries(merged.children)) {
      if (!part.templated || noted.has(part)) continue;
      noted.add(part);
      const children = { [name]: part };
      for (const { path, from, origin } of referencesIn({ ...merged, children })) {
        if (path.length === 0 || !overlaps(path, wanted) || from === key) continue;
        if (!references.has(from)) references.set(from, { key: from, place: origin });
      }
    }
  }
}

/** Collects what the code of leaves reads of a key. */
function openCode({ project, caches, environment }: QuestionedProject, key: string) {
  const path = key.split('.');
  const [first = ''] = path;
  const codeOf = openCodeReader(project, caches.syntax);
  const folders = new Map<string, { composition: string; leaves: number }>();
  const found: ReadingCode[] = [];
  return {
    async note(leaf: Leaf, merged: MapValue): Promise<void> {
      const folder = folderOf(leaf, merged);
      if (folder === undefined) return;
      const known = folders.get(folder);
      if (known !== undefined) {
        known.leaves += 1;
        return;
      }
      folders.set(folder, { composition: leaf.composition, leaves: 1 });
      const code = await codeOf(folder);
      if (code === undefined) return;
      const given = givenKeys(project.settings, leaf.composition);
      const reads = code.reads.filter(
        (each) => overlaps(each.path, path) && (each.how === 'pin' ? each.path.length > 0 : given.variables(first)),
      );
      const generated: readonly CodeRead[] = given.provider(first)
        ? [{ path: [first], how: 'provider', file: 'provider.tf.json', line: undefined }]
        : [];
      const all = [...reads, ...generated];
      if (all.length > 0 || code.mayReadAll !== undefined) {
        found.push({ folder, leaves: 0, reads: all, mayReadAll: code.mayReadAll });
      }
    },
    found: (): readonly ReadingCode[] =>
      found.map((each) => ({ ...each, leaves: folders.get(each.folder)?.leaves ?? 0 })),
  };

  function folderOf(leaf: Leaf, merged: MapValue): string | undefined {
    try {
      return sourceFolder(project, leaf, cloudOf(merged, environment).cloud);
    } catch (error) {
      if (error instanceof ProblemError) return undefined;
      throw error;
    }
  }
}

/** Whether one path is the other, or above it. */
function overlaps(a: readonly string[], b: readonly string[]): boolean {
  return a.slice(0, b.length).every((step, index) => step === b[index]);
}
