/** Reads one YAML file of a layer into values with origins. */
import { Composer, Parser, type Document, type ParsedNode } from 'yaml';
import type { Problem } from '../../base/problems.ts';
import { flawsIn } from './flaws.ts';
import { NodeReader } from './node-reader.ts';
import { orderProblems } from '../problem-order.ts';
import { SourceText } from './source-text.ts';
import { MAX_DEPTH, nameOfKind, type MapValue } from '../value.ts';

/** The content of a file; `value` is undefined if the file is empty or cannot be read. */
export interface ParsedLayer {
  readonly value: MapValue | undefined;
  readonly problems: readonly Problem[];
}

/** The library only handles the grammar: `failsafe` reads every scalar as a string, which `scalar.ts` resolves. */
const OPTIONS = {
  version: '1.1',
  schema: 'failsafe',
  resolveKnownTags: false,
  merge: false,
  uniqueKeys: false,
  logLevel: 'silent',
} as const;

/** PyYAML rejects these as well (`yaml/reader.py`). */
const NOT_PRINTABLE = /[^\t\n\r\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const TOO_DEEP = 'The file is nested too deeply.';

/**
 * Parses a file as PyYAML would, except that dates stay strings and that duplicate keys, unknown tags and a second
 * document are errors (docs/configuration.md). `file` is used in origins.
 * Never throws: errors have code `yaml`. Those that are a single value's are kept in it, for a leaf that needs it.
 *
 * @param keepsMetadata whether what SOPS keeps in an encrypted file is part of the value
 */
export function parseLayer(file: string, text: string, { keepsMetadata = false } = {}): ParsedLayer {
  const source = new SourceText(file, text);
  const unprintable = NOT_PRINTABLE.exec(source.text);
  if (unprintable !== null) {
    const code = (unprintable[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return failed([source.problem(unprintable.index, `The character U+${code} is not allowed in YAML.`)]);
  }
  try {
    return readDocuments(source, keepsMetadata);
  } catch (error) {
    // The parser has no limit of its own: deep nesting and the like overflow the call stack with a RangeError.
    const message = error instanceof RangeError ? TOO_DEEP : `Unreadable: ${String(error)}`;
    return failed([source.problem(0, message)]);
  }
}

/** The same for a file whose every value is needed: whatever is wrong with it is one of the problems. */
export function parseWhole(file: string, text: string): ParsedLayer {
  const parsed = parseLayer(file, text);
  const flaws = parsed.value === undefined ? [] : flawsIn(parsed.value);
  return flaws.length === 0 ? parsed : failed([...parsed.problems, ...flaws]);
}

function readDocuments(source: SourceText, keepsMetadata: boolean): ParsedLayer {
  const tokens = [...new Parser().parse(source.text)];
  const tooDeep = offsetBeyondDepth(tokens, MAX_DEPTH);
  if (tooDeep !== undefined) {
    return failed([source.problem(tooDeep, `The file nests deeper than ${MAX_DEPTH} levels.`)]);
  }
  const documents = [...new Composer(OPTIONS).compose(tokens, true, source.text.length)];
  // How deep the parser gets depends on the version of Node.
  const exhausted = documents.flatMap(({ errors }) => errors.filter(({ code }) => code === 'RESOURCE_EXHAUSTION'))[0];
  if (exhausted !== undefined) return failed([source.problem(exhausted.pos[0], TOO_DEEP)]);
  const [first, second] = documents;
  const broken = documents.flatMap((document) => syntaxProblems(document, source, tokens));
  if (broken.length > 0) return failed(broken);
  if (second !== undefined) {
    return failed([
      source.problem(second.range[0], 'A second document starts here: a layer file must be a single YAML document.'),
    ]);
  }
  const contents = first?.contents ?? undefined;
  return contents === undefined ? { value: undefined, problems: [] } : readTop(contents, source, keepsMetadata);
}

function readTop(contents: ParsedNode, source: SourceText, keepsMetadata: boolean): ParsedLayer {
  const reader = new NodeReader(source);
  const value = reader.read(contents);
  if (reader.problems.length > 0) return failed([...reader.problems, ...(value === undefined ? [] : flawsIn(value))]);
  if (value?.kind === 'scalar' && value.removes !== undefined) {
    const message = 'The tag "!remove" removes a key or items of a list, not the layers above.';
    const hint = 'Write "key: !remove" for each key, or "!override {}" for a file that replaces everything above it.';
    return failed([source.problem(contents.range[0], message, hint)]);
  }
  const isNothing = value === undefined || (nameOfKind(value) === 'null' && flawsIn(value).length === 0);
  if (isNothing) return { value: undefined, problems: [] };
  if (value.kind === 'map') {
    // What SOPS keeps there is nobody's configuration.
    if (reader.isEncrypted && !keepsMetadata) Reflect.deleteProperty(value.children, 'sops');
    return { value, problems: [] };
  }
  if (value.kind === 'scalar' && value.problem !== undefined) return failed([value.problem]);
  return failed([
    source.problem(contents.range[0], `The top level must be a mapping (key: value), not a ${nameOfKind(value)}.`),
  ]);
}

/** One mistake often causes several errors: only the first on each line is reported. */
function syntaxProblems(document: Document.Parsed, source: SourceText, tokens: readonly object[]): readonly Problem[] {
  const byLine = new Map<number, Problem>();
  for (const error of document.errors) {
    const [at] = error.pos;
    const line = source.origin(at).line;
    if (byLine.has(line)) continue;
    const quote = quoteEndingAt(tokens, at, source);
    if (quote !== undefined && error.message.startsWith('Missing closing')) {
      byLine.set(line, source.problem(quote, 'This quote is never closed.', 'Close it where the text ends.'));
      continue;
    }
    const text = error.message.replace(/^Missing closing (["'])quote/u, 'The closing quote $1 is missing');
    const message = /[.!?]$/u.test(text) ? text : `${text}.`;
    byLine.set(line, source.problem(at, message, quoteHint(quote, source) ?? placeholderHint(source.line(line))));
  }
  return [...byLine.values()];
}

/** `a: {{b}}/x` */
function placeholderHint(line: string): string | undefined {
  const [, text] = /(?:^|[:\-,[]\s+)(\{\{.*?\}\}[^#,\]]*)/u.exec(line) ?? [];
  return text === undefined ? undefined : `A text that begins with a placeholder must be quoted: "${text.trim()}".`;
}

function quoteHint(quote: number | undefined, source: SourceText): string | undefined {
  if (quote === undefined) return undefined;
  return `A quote that opens in line ${source.origin(quote).line} is closed only here: it may be missing there.`;
}

/** Where a quoted text over several lines opens that ends in the line of an offset, or behind it. */
function quoteEndingAt(tokens: readonly object[], at: number, source: SourceText): number | undefined {
  const { line } = source.origin(at);
  const stack: unknown[] = [...tokens];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (!isObject(top)) continue;
    if ('type' in top && 'offset' in top && 'source' in top && /-quoted-scalar$/u.test(String(top.type))) {
      const offset = Number(top.offset);
      const [first, last] = [offset, offset + String(top.source).length].map((each) => source.origin(each).line);
      if (first !== undefined && last !== undefined && first < last && last >= line) return offset;
    }
    if ('items' in top && Array.isArray(top.items)) for (const item of top.items) stack.push(item);
    for (const part of partsOf(top)) stack.push(part);
  }
  return undefined;
}

function failed(problems: readonly Problem[]): ParsedLayer {
  return { value: undefined, problems: orderProblems(problems) };
}

/** Where the tokens first nest deeper than `limit`. Checked before composing, because the composer is recursive. */
function offsetBeyondDepth(tokens: readonly object[], limit: number): number | undefined {
  const stack: (readonly [token: object, depth: number])[] = tokens.map((token) => [token, 0]);
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [token, depth] = top;
    if (depth > limit) return 'offset' in token && typeof token.offset === 'number' ? token.offset : 0;
    if ('items' in token && Array.isArray(token.items)) {
      for (const item of token.items) {
        for (const child of partsOf(item)) stack.push([child, depth + 1]);
      }
    } else if ('value' in token && isObject(token.value)) {
      stack.push([token.value, depth]);
    }
  }
  return undefined;
}

function partsOf(item: unknown): readonly object[] {
  if (!isObject(item)) return [];
  return [...('key' in item ? [item.key] : []), ...('value' in item ? [item.value] : [])].filter(isObject);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
