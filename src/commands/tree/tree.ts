/** `kompos tree`: the layers and leaves of a project as a tree. */
import type { LocalContext } from '../../execution/local-project.ts';
import { leavesFor, withQuestions, type QuestionRequest } from '../../execution/questions.ts';
import { oneLine } from '../../markdown/escaping.ts';
import { isLayerFile } from '../../project/layers.ts';
import type { Leaf } from '../../project/leaves.ts';
import type { Project } from '../../project/project.ts';
import { joinPath } from '../../snapshot/snapshot.ts';

export interface TreeRequest extends QuestionRequest {
  /** A path, a glob, or a term such as `env=dev`, as typed; undefined: all leaves. */
  readonly configPath: string | undefined;
  readonly format: 'text' | 'json';
}

/** A layer with the layers and leaves in it. */
interface Layer {
  readonly name: string;
  readonly path: string;
  /** Names of its layer files, in the order in which they are read. */
  readonly files: readonly string[];
  /** The leaf's composition; undefined for a folder above leaves. */
  readonly composition: string | undefined;
  readonly children: Map<string, Layer>;
}

/** @throws ProblemError if no leaf is meant */
export async function showTree(request: TreeRequest, context: LocalContext): Promise<string> {
  return withQuestions(request, context, (questions) => {
    const { leaves } = leavesFor(questions, request.configPath);
    const roots = treeOf(questions.here.project, leaves);
    const text =
      request.format === 'json'
        ? `${JSON.stringify({ layers: roots.map(asJson) }, undefined, 2)}\n`
        : roots.map((root) => `${labelOf(root)}\n${linesOf(root, '').join('')}`).join('\n');
    return Promise.resolve(text);
  });
}

function treeOf({ snapshot, root, settings }: Project, leaves: readonly Leaf[]): readonly Layer[] {
  const files = new Map<string, string[]>();
  const prefix = root === '' ? 0 : root.length + 1;
  for (const configRoot of settings.configRoots) {
    const top = `${joinPath(root, configRoot)}/`;
    for (const { path } of snapshot.files()) {
      if (!path.startsWith(top) || !isLayerFile(path)) continue;
      const end = path.lastIndexOf('/');
      const folder = path.slice(prefix, end);
      const names = files.get(folder);
      if (names === undefined) files.set(folder, [path.slice(end + 1)]);
      else names.push(path.slice(end + 1));
    }
  }
  const top = new Map<string, Layer>();
  for (const leaf of leaves) {
    let level = top;
    let above = '';
    for (const path of leaf.layers) {
      const name = above === '' ? path : path.slice(above.length + 1);
      let layer = level.get(name);
      if (layer === undefined) {
        const composition = path === leaf.path ? leaf.composition : undefined;
        layer = { name, path, files: files.get(path) ?? [], composition, children: new Map() };
        level.set(name, layer);
      }
      level = layer.children;
      above = path;
    }
  }
  return [...top.values()];
}

function linesOf({ children }: Layer, indent: string): readonly string[] {
  const all = [...children.values()].map(joinedLayer);
  return all.flatMap((layer, index) => {
    const isLast = index === all.length - 1;
    return [
      `${indent}${isLast ? '└─ ' : '├─ '}${labelOf(layer)}\n`,
      ...linesOf(layer, `${indent}${isLast ? '   ' : '│  '}`),
    ];
  });
}

/** A folder without files and with one folder in it is one line with that, such as `composition=terraform/terraform=vpc`. */
function joinedLayer(layer: Layer): Layer {
  const [only, another] = layer.children.values();
  if (only === undefined || another !== undefined || layer.files.length > 0 || layer.composition !== undefined)
    return layer;
  const inner = joinedLayer(only);
  return { ...inner, name: `${layer.name}/${inner.name}` };
}

function labelOf({ name, files }: Layer): string {
  return files.length === 0 ? oneLine(name) : `${oneLine(name)}  (${files.map(oneLine).join(', ')})`;
}

function asJson({ name, path, files, composition, children }: Layer): unknown {
  return { name, path, files, composition: composition ?? null, layers: [...children.values()].map(asJson) };
}
