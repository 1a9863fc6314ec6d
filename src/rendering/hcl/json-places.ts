/** Where a Terraform JSON file has its blocks, and strings at places where Terraform allows no variable, or few. */
import { isDeepStrictEqual } from 'node:util';
import type { Parser } from 'web-tree-sitter';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { asHeredoc, HEREDOC_START, readText } from './json-code.ts';
import {
  isEvaluated,
  runsBetween,
  type HclFile,
  type StaticBlock,
  type StaticExpression,
  type StaticLiteral,
} from './hcl-file.ts';
import type { SyntaxError } from './parse-hcl.ts';

type JsonPlaces = Pick<HclFile, 'blocks' | 'literals' | 'expressions' | 'errors'>;

const NO_PLACES: JsonPlaces = { blocks: [], literals: [], expressions: [], errors: [] };

/** Blocks of `terraform` with a label, which is the key of an object in JSON. */
const LABELLED = /^terraform\.(?:backend|provider_meta|state_store)$/u;

/** JSON is YAML, whose parser knows the position of each value. Files without placeholders and expressions have none. */
export function readJsonPlaces(parser: Parser, text: string): JsonPlaces {
  if (!/\{\{|[$%]\{|\\u/u.test(text)) return NO_PLACES;
  const json = text.replace(/^\uFEFF/u, ' ');
  const lines = new LineCounter();
  const document = parseDocument(json, { schema: 'json', uniqueKeys: false, prettyErrors: false, lineCounter: lines });
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    const position = /at position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
    const start = position === undefined ? (document.errors[0]?.pos[0] ?? 0) : Number(position);
    return { ...NO_PLACES, errors: [{ start, end: text.length, ...at(start) }] };
  }
  // What YAML reads in another way would stay unrendered without a word.
  const [misread] = document.errors;
  if (misread !== undefined && !isDeepStrictEqual(document.toJS(), parsed)) {
    const [start] = misread.pos;
    return { ...NO_PLACES, errors: [{ start, end: text.length, ...at(start) }] };
  }

  const blocks: StaticBlock[] = [];
  const literals: StaticLiteral[] = [];
  const expressions: StaticExpression[] = [];
  const errors: SyntaxError[] = [];
  for (const [type, content, start] of entries(document.contents)) {
    if (type === 'module') {
      for (const [name, body, begin] of entries(content)) {
        const block = addBlock(`module.${name}`, begin, body);
        for (const [attribute, value] of entries(body)) {
          if (attribute === 'source' || attribute === 'version') addText(value, `module.${name}.${attribute}`, block);
        }
      }
    } else if (type === 'terraform') addAll(content, 'terraform', addBlock('terraform', start, content));
  }
  return { blocks, literals, expressions, errors };

  function addBlock(address: string, start: number, body: Node | null): number {
    const end = body?.range?.[1] ?? start;
    return blocks.push({ address, start, end, line: at(start).line }) - 1;
  }

  function addAll(node: Node | null, address: string, block: number): void {
    if (isSeq<Node>(node)) for (const item of node.items) addAll(item, address, block);
    else if (isMap<Node, Node | null>(node)) {
      for (const { key, value } of node.items) {
        const within = `${address}.${nameOf(key)}`;
        if (LABELLED.test(address)) addText(key, within, block);
        addAll(value, within, block);
      }
    } else addText(node, address, block);
  }

  function addText(node: Node | null, address: string, block: number): void {
    if (!isScalar(node) || typeof node.value !== 'string' || node.range === null || node.range === undefined) return;
    const [start, end] = node.range;
    const runs = literalRuns(parser, node.value, json.slice(start + 1, end - 1));
    if (runs === undefined) errors.push({ start, end, ...at(start) });
    for (const [from, to] of runs ?? []) {
      literals.push({ address, block, start: start + 1 + from, end: start + 1 + to, ...at(start + 1 + from) });
    }
    if (!isEvaluated(address)) return;
    const value = readText(parser, node.value);
    if (value.kind !== 'text') expressions.push({ address, block, start, end, ...at(start), value });
  }
}

/** The entries of a body, which may be written as one object or as a list of them, each with the start of its key. */
function entries(node: Node | null): readonly (readonly [string, Node | null, number])[] {
  if (isSeq<Node>(node)) return node.items.flatMap(entries);
  if (!isMap<Node, Node | null>(node)) return [];
  return node.items.map(({ key, value }) => [nameOf(key), value, key.range?.[0] ?? 0] as const);
}

function nameOf(key: Node): string {
  return isScalar(key) && typeof key.value === 'string' ? key.value.normalize('NFC') : '';
}

/**
 * The literal runs of a template, as ranges of the raw content of its JSON string; undefined where it cannot be read.
 *
 * @param text the string's value
 */
function literalRuns(parser: Parser, text: string, raw: string): readonly (readonly [number, number])[] | undefined {
  if (text === '') return [];
  if (!/[$%]\{/u.test(text)) return [[0, raw.length]];
  const tree = parser.parse(asHeredoc(text));
  try {
    const template =
      tree?.rootNode.hasError === false ? tree.rootNode.descendantsOfType('heredoc_template')[0] : undefined;
    if (template === undefined) return undefined;
    const begin = HEREDOC_START + (/<<(\w+)\n/u.exec(template.text)?.[0].length ?? 0);
    const offsets = [...raw.matchAll(/\\u[0-9a-fA-F]{4}|\\?[^]/gu)].flatMap(({ index, 0: written }) =>
      // A character outside of the BMP that is not escaped has two units.
      Array.from({ length: written.startsWith('\\') ? 1 : written.length }, (_, unit) => index + unit),
    );
    offsets.push(raw.length);
    const at = (offset: number): number => offsets[offset - begin] ?? raw.length;
    return runsBetween(template, begin, begin + text.length).map(([from, to]) => [at(from), at(to)] as const);
  } finally {
    tree?.delete();
  }
}
