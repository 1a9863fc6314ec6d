/** What a Terraform JSON file declares, as `module-code.ts` has it of HCL files. Every text in it is a template. */
import type { Parser } from 'web-tree-sitter';
import { isPlainSpelling, NULL, PLAIN, readExpression, type Expression } from './expression.ts';
import {
  isApart,
  NO_CODE,
  type CodeOfCall,
  type DeclaredVariable,
  type Given,
  type ModuleCode,
  type NamedExpression,
} from './module-code.ts';

/** A text that is no JSON, or has a key twice, is `unreadable`: parsers may differ about it. */
export function readJsonCode(parser: Parser, text: string): ModuleCode {
  const root = parseOnce(text);
  if (root === undefined) return { ...NO_CODE, unreadable: { line: 1, text: 'a file that cannot be read as JSON' } };
  const read = (value: unknown): Expression => readValue(parser, value);
  const locals: NamedExpression[] = [];
  const variables: DeclaredVariable[] = [];
  const outputs: NamedExpression[] = [];
  const calls: CodeOfCall[] = [];
  const given: Given[] = [];
  const others: Expression[] = [];
  const early: Expression[] = [];

  for (const [type, content] of bodies(root)) {
    switch (type) {
      case 'locals':
        for (const [name, value] of bodies(content)) locals.push({ name, value: read(value) });
        break;
      case 'variable':
        for (const [name, body] of bodies(content)) {
          const own = (wanted: string): readonly unknown[] =>
            bodies(body).flatMap(([key, value]) => (key === wanted ? [value] : []));
          const [given, type, isConst] = [own('default'), own('type'), own('const')];
          variables.push({
            name,
            value: read(body),
            default: given.length === 1 ? read(given[0]) : undefined,
            type: type.length === 0 ? undefined : readType(type),
            isConst: isConst.some((each) => each !== false),
          });
        }
        break;
      case 'output':
        for (const [name, body] of bodies(content)) outputs.push({ name, value: read(body) });
        break;
      case 'module':
        for (const [name, body] of bodies(content)) {
          calls.push(callOf(name, body, read));
          early.push(
            ...bodies(body).flatMap(([key, value]) => (/^(?:source|version)$/u.test(key) ? [read(value)] : [])),
          );
        }
        break;
      case 'terraform':
        early.push(read(content));
        others.push(read(content));
        break;
      case '//':
        others.push(read(content));
        break;
      default:
        for (const { name, body } of labelled(type, content)) {
          for (const [attribute, value] of bodies(body)) {
            const source = { line: 1, text: `${name}.${attribute}` };
            given.push({ name, attribute, value: read(value), source, isPart: !isApart(attribute) });
          }
        }
        if (type === 'provider')
          for (const [, body] of bodies(content))
            early.push(...bodies(body).flatMap(([key, value]) => (key === 'for_each' ? [read(value)] : [])));
    }
  }
  return { locals, variables, outputs, calls, given, others, early, unreadable: undefined };
}

/** A type that is one word; any other is not told. */
function readType([type, ...others]: readonly unknown[]): Expression {
  const isWord = typeof type === 'string' && /^(?:any|string|number|bool)$/u.test(type) && others.length === 0;
  return isWord ? { kind: 'reference', root: type, path: [] } : PLAIN;
}

/** `{"resource": {"type": {"name": …}}}`; other blocks have no name that expressions refer to. */
function labelled(type: string, content: unknown): readonly { name: string; body: unknown }[] {
  if (!/^(?:resource|data|ephemeral|action)$/u.test(type)) return [{ name: type, body: content }];
  return bodies(content).flatMap(([kind, named]) =>
    bodies(named).map(([name, body]) => ({ name: `${type === 'resource' ? '' : `${type}.`}${kind}.${name}`, body })),
  );
}

function callOf(name: string, body: unknown, read: (value: unknown) => Expression): CodeOfCall {
  const attributes = bodies(body);
  const source = attributes.find(([key]) => key === 'source');
  return {
    name,
    line: 1,
    source: source && read(source[1]),
    shown: source && { line: 1, text: JSON.stringify(source[1]) },
    arguments: attributes
      .filter(([key]) => key !== 'source')
      .map(([key, value]) => ({ name: key, value: read(value) })),
  };
}

/** A value of a Terraform JSON file. */
export function readValue(parser: Parser, value: unknown): Expression {
  if (typeof value === 'string') return readText(parser, value);
  if (typeof value === 'bigint')
    return isPlainSpelling(String(value)) ? { kind: 'plain', value: String(value) } : PLAIN;
  if (value === null) return NULL;
  if (Array.isArray(value)) return { kind: 'list', of: value.map((each) => readValue(parser, each)) };
  if (typeof value !== 'object') {
    const spelling = JSON.stringify(value);
    return { kind: 'plain', value: isPlainSpelling(spelling) ? spelling : undefined };
  }
  const read = Object.entries(value).map(([key, each]) => [key, readValue(parser, each)] as const);
  const isKnown = !read.some(([key]) => /[$%]\{/u.test(key));
  return {
    kind: 'any',
    of: read.flatMap(([key, each]) => [readText(parser, key), each]),
    entries: isKnown ? new Map(read.map(([key, each]) => [key.normalize('NFC'), each])) : undefined,
  };
}

/** A text that Terraform takes for a template: nothing in it is escaped any more. */
export function readText(parser: Parser, text: string): Expression {
  if (!/[$%]\{/u.test(text)) return { kind: 'text', text };
  const tree = parser.parse(asHeredoc(text));
  const unreadable: Expression = { kind: 'unreadable', source: { line: 1, text: text.slice(0, 80) } };
  if (tree === null) return unreadable;
  try {
    const template = tree.rootNode.hasError ? undefined : tree.rootNode.descendantsOfType('template_expr')[0];
    return template === undefined ? unreadable : withoutLastBreak(readExpression(template));
  } finally {
    tree.delete();
  }
}

const BEFORE_HEREDOC = 'locals {\n  template = ';

/** Where the expression begins in what `asHeredoc` gives. */
export const HEREDOC_START = BEFORE_HEREDOC.length;

/** A template as an expression in a Terraform file, which has the same syntax. No line of it ends the text early. */
export function asHeredoc(template: string): string {
  let mark = 'END_OF_TEMPLATE';
  while (template.includes(mark)) mark += '_';
  return `${BEFORE_HEREDOC}<<${mark}\n${template}\n${mark}\n}\n`;
}

/** A heredoc ends with a line break that the text does not have. */
function withoutLastBreak(expression: Expression): Expression {
  if (expression.kind === 'text') return { kind: 'text', text: expression.text.replace(/\n$/u, '') };
  if (expression.kind !== 'template') return expression;
  const last = expression.parts.at(-1);
  if (last?.kind !== 'text') return expression;
  const text = last.text.replace(/\n$/u, '');
  const parts = expression.parts.slice(0, -1);
  return { kind: 'template', parts: text === '' ? parts : [...parts, { kind: 'text', text }] };
}

/** The entries of a body, which may be written as one object or as a list of them. */
export function bodies(value: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.flatMap(bodies);
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** Undefined too where an object has a key twice: one of them would go unseen. */
function parseOnce(text: string): unknown {
  let keys = 0;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''), (_, each: unknown) => {
      if (typeof each === 'object' && each !== null && !Array.isArray(each)) keys += Object.keys(each).length;
      return each;
    });
  } catch {
    return undefined;
  }
  const written = [...text.matchAll(/"(?:[^"\\]|\\[^])*"(\s*:)?/gu)].filter(([, colon]) => colon !== undefined).length;
  return written === keys ? value : undefined;
}
