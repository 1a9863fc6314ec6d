/** What the original does with templates and this program does not, as changes of the files. */
import type { Node, Parser } from 'web-tree-sitter';
import { warning, type Problem } from '../../base/problems.ts';
import { parseHcl } from '../../rendering/hcl/parse-hcl.ts';
import { readHcl } from '../../rendering/hcl/hcl-file.ts';
import type { Draft } from './draft.ts';

export const EXTENSION = '.tf.versioned';

/**
 * Changes the templates below the compositions' folder: other extensions, files that their template renders to, and
 * placeholders that only the original resolves.
 *
 * @param folder from the repository root
 * @param extension of templates in the original
 * @returns what has to be done by hand
 */
export function changeTemplates(draft: Draft, folder: string, extension: string, parser: Parser): readonly Problem[] {
  for (const { path } of draft.snapshot.filesBelow(folder)) {
    if (extension === EXTENSION || !path.endsWith(extension)) continue;
    const renamed = `${path.slice(0, -extension.length)}${EXTENSION}`;
    const why = `${path.slice(path.lastIndexOf('/') + 1)} renamed: templates are named X.tf.versioned`;
    draft.change(renamed, draft.text(path), why);
    draft.change(path, undefined, why);
  }
  const found: Problem[] = [];
  for (const { path } of draft.snapshot.filesBelow(folder)) {
    if (!path.endsWith(EXTENSION)) continue;
    const target = path.slice(0, -'.versioned'.length);
    if (draft.text(target) !== undefined) {
      draft.change(target, undefined, 'removed: its template renders to this name, and the original never read it');
    }
    found.push(...changePlaceholders(draft, path, parser));
  }
  return found;
}

/** `{{a.b}}` */
const PLACEHOLDER = /\{\{([^}]+)\}\}/gu;

/**
 * The original resolves placeholders in every line that has the word `source` in it. Where Terraform takes expressions,
 * such a text becomes one.
 */
function changePlaceholders(draft: Draft, path: string, parser: Parser): readonly Problem[] {
  const text = draft.text(path) ?? '';
  if (!/source.*\{\{|\{\{.*source/u.test(text)) return [];
  const { literals } = readHcl(parser, text);
  const { tree } = parseHcl(parser, text);
  const found: Problem[] = [];
  let changed = '';
  let end = 0;
  let offset = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.includes('source')) {
      for (const match of line.matchAll(PLACEHOLDER)) {
        const at = offset + match.index;
        const isResolved = literals.some(({ start, end: last }) => start <= at && at < last);
        const kind = isResolved ? 'resolved' : placeAt(tree.rootNode, at);
        if (kind === 'resolved' || kind === 'comment') continue;
        const expression = kind === 'text' ? expressionOf(match[1] ?? '') : undefined;
        if (expression === undefined) {
          found.push(
            warning('template', `The original resolves ${match[0]} in this line, because it has "source" in it.`, {
              place: { file: path, line: index + 1, column: match.index + 1 },
              hint: 'Use var.config there.',
            }),
          );
          continue;
        }
        changed += text.slice(end, at) + expression;
        end = at + match[0].length;
      }
    }
    offset += line.length + 1;
  }
  tree.delete();
  if (end > 0) {
    draft.change(path, changed + text.slice(end), 'placeholders outside of module sources become var.config');
  }
  return found;
}

function placeAt(root: Node, at: number): 'text' | 'comment' | 'other' {
  const node = root.descendantForIndex(at, at + 1);
  if (node === null) return 'other';
  if (node.type === 'comment') return 'comment';
  return node.type === 'template_literal' ? 'text' : 'other';
}

/** `a.0.b-c` as a part of a text; undefined if it is no path of keys. */
function expressionOf(key: string): string | undefined {
  if (key.trim() !== key || !/^[\p{L}\p{N}_.-]+$/u.test(key)) return undefined;
  const parts = key.split('.');
  if (parts.some((part) => part === '')) return undefined;
  const path = parts.map((part) => {
    if (/^\d+$/u.test(part)) return `[${part}]`;
    return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(part) ? `.${part}` : `["${part}"]`;
  });
  return `\${var.config${path.join('')}}`;
}
