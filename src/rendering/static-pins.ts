/** Pins without templates: expressions that newer versions accept in module sources and the like. Pure. */
import type { Expression } from './hcl/expression.ts';
import type { StaticExpression } from './hcl/hcl-file.ts';
import { isJson } from './terraform-files.ts';
import type { Pin, PinnedBlock } from './rendering.ts';
import { sliceWith, type Replacement } from './replacements.ts';
import type { SourceFile } from './source-folders.ts';
import { isPlaceSetting } from './state.ts';
import type { ExactKey } from './use/exact-functions.ts';

/** What an expression is worked out to; undefined where it is unknown. */
export type WorkedOut = { readonly text: string; readonly keys: readonly ExactKey[] } | undefined;

/**
 * The pins of a file's expressions, with what a reader sees instead of them. What cannot be worked out is none, nor what
 * is made of nothing that could change, nor settings that may be secret.
 *
 * @param prefix of the addresses: where the module is called
 */
export function expressionPins(
  path: string,
  { parsed }: NonNullable<SourceFile['hcl']>,
  workOut: (expression: Expression) => WorkedOut,
  prefix = '',
): {
  readonly pins: readonly Pin[];
  readonly replacements: readonly Replacement[];
  /** Whether a module or a required provider is among what cannot be worked out. */
  readonly isOpen: boolean;
} {
  const worked = parsed.expressions.filter(isPin).map((each) => ({ ...each, result: workOut(each.value) }));
  const found = worked.flatMap(({ result, ...each }) =>
    result === undefined || result.keys.length === 0 ? [] : [{ ...each, ...result }],
  );
  return {
    isOpen: worked.some(({ address, result }) => result === undefined && decidesProviders(address)),
    pins: found.map(({ address, line, column, text, keys }) => ({
      address: `${prefix}${address}`,
      written: 'expression',
      template: { file: path, line, column },
      value: text,
      keys,
    })),
    replacements: found.map(({ start, end, text, block }) => ({ start, end, block, text: quoted(text, path) })),
  };
}

/** Whether an address decides which providers are installed. */
export function decidesProviders(address: string): boolean {
  return /^(?:module|terraform\.required_providers)\./u.test(address);
}

/** Whether an expression is one of those that pins are made of. */
export function isPin({ address }: StaticExpression): boolean {
  if (/^module\./u.test(address) || /^terraform\.required_(?:providers\.|version$)/u.test(address)) return true;
  const [, type = '', setting = ''] = /^terraform\.backend\.([^.]+)\.([^.]+)$/u.exec(address) ?? [];
  return isPlaceSetting(type, setting);
}

/** A text as a literal. */
function quoted(text: string, path: string): string {
  const json = JSON.stringify(text);
  return isJson(path) ? json : json.replace(/([$%])\{/gu, '$1$1{');
}

/** The blocks of a file in which something is replaced, as Terraform understands them. */
export function pinnedBlocks(
  path: string,
  { text, parsed }: NonNullable<SourceFile['hcl']>,
  replacements: readonly Replacement[],
  prefix = '',
): readonly PinnedBlock[] {
  const pinned = new Set(replacements.map(({ block }) => block));
  return parsed.blocks.flatMap(({ address, start, end, line }, index) => {
    if (!pinned.has(index)) return [];
    const own = replacements.filter(({ block }) => block === index);
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    const rendered = sliceWith(text, own, start, end);
    return [
      {
        address: `${prefix}${address}`,
        template: { file: path, line, column: 1 },
        text: withoutIndent(rendered, before),
      },
    ];
  });
}

/** In JSON, a block stands below others. */
function withoutIndent(block: string, before: string): string {
  return /^[ \t]+$/u.test(before) ? block.replaceAll(`\n${before}`, '\n') : block;
}
