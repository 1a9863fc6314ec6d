import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import { LIST_MERGES } from '../../src/hierarchy/value.ts';
import { leavesAt } from '../../src/project/leaves.ts';
import { leavesOf, openProject } from '../../src/project/project.ts';
import { createCaches, openRenderer, type Renderer, type RenderResult } from '../../src/rendering/renderer.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { memorySnapshot, type Tree } from '../support/memory-snapshot.ts';
import { NOTHING_OUTSIDE } from '../../src/rendering/outside.ts';

interface Case {
  readonly name: string;
  readonly files: Tree;
  readonly path: string;
  readonly list_merge: string;
  readonly runtime_dir: string;
  readonly expect: Tree;
}

function isCase(value: unknown): value is Case {
  if (typeof value !== 'object' || value === null) return false;
  return ['name', 'files', 'path', 'list_merge', 'runtime_dir', 'expect'].every((key) => key in value);
}

const lines = readFileSync(new URL('../conformance/render.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/**
 * Where the original is wrong and the rules say so: it drops the text around a number ("x-{{n}}" becomes 53918), which
 * the case interpolate-numbers-inside-text of language.jsonl forbids.
 */
const corrections: Readonly<Record<string, readonly [wrong: string, right: string]>> = {
  'render-9': ['"ref2": 53918', '"ref2": "x-53918"'],
};

/** Where the original drops a file in silence because a template renders to its name, the rules want an error. */
function withoutTwins(files: Tree): { readonly files: Tree; readonly twins: readonly string[] } {
  const twins = Object.keys(files).filter((path) => `${path}.versioned` in files);
  return { files: Object.fromEntries(Object.entries(files).filter(([path]) => !twins.includes(path))), twins };
}

describe('renderings of the original', () => {
  test.each(
    lines.map((line): [string, Case] => {
      const each: unknown = JSON.parse(line);
      if (!isCase(each)) throw new Error(`no case: ${line.slice(0, 80)}`);
      return [each.name, each];
    }),
  )(
    '%s',
    async (name, { files: all, path, list_merge: listMerge, runtime_dir: runtimeDirectory, expect: expected }) => {
      const { files, twins } = withoutTwins(all);
      const open = async (tree: Tree): Promise<{ renderer: Renderer; snapshot: Snapshot; result: RenderResult }> => {
        const snapshot = memorySnapshot(tree);
        const project = await openProject(snapshot, '');
        const renderer = openRenderer(
          project,
          leavesOf(project),
          openEnvironment({}),
          createCaches(),
          LIST_MERGES.find((each) => each === listMerge),
          NOTHING_OUTSIDE,
        );
        const [leaf] = leavesAt(renderer.leaves, path);
        if (leaf === undefined) throw new Error(`no leaf at ${path}`);
        return { renderer, snapshot, result: await renderer.render(leaf) };
      };
      const { renderer, snapshot, result } = await open(files);
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      const own = twins.filter((twin) => twin.startsWith(`${result.rendering.source}/`));
      const refused = await open(all);
      expect(refused.result.ok ? [] : refused.result.problems.map(({ message }) => message)).toEqual(
        own.map((twin) => `The template renders to a file that is there as well: ${twin}`),
      );
      const rendered = Object.fromEntries(
        result.rendering.files.map(({ name, content }) => [
          name,
          content.kind === 'copy' ? snapshot.read(content.file).toString('utf8') : content.text,
        ]),
      );
      const [wrong, right] = corrections[name] ?? ['', ''];
      if (wrong !== '') expect(expected['variables.tfvars.json']).toContain(wrong);
      const comparable = (tree: Tree): unknown =>
        Object.fromEntries(
          Object.entries(tree).map(([file, text]) => {
            const value: unknown = file.endsWith('.json') ? JSON.parse(text.replace(wrong, right)) : text;
            return [file, value];
          }),
        );
      expect(comparable(rendered)).toEqual(comparable(expected));
      expect(renderer.shownPlace(result.rendering.source)).toBe(runtimeDirectory);
    },
  );
});
