/** Which paths the expressions of a Terraform file name, taken from its syntax tree. Rather too many than too few. */
import type { Node } from 'web-tree-sitter';
import { attributeName, bodyOf, expressionOf } from './hcl-nodes.ts';

/** A path that an expression names. */
export interface PathUse {
  /**
   * What the path starts from: `${path.module}`, `${path.root}`, the working directory, or something unknown. `local`: it
   * stands in a local value, whose name is the text.
   */
  readonly from: 'module' | 'root' | 'working-directory' | 'local' | 'unknown';
  /** The literal text, up to the first part that is not literal. */
  readonly text: string;
  /** Whether the literal text is all of it. */
  readonly complete: boolean;
}

/** Functions whose first argument is the path of something that they read. */
const READS = /^(?:file\w*|templatefile)$/u;
/** Functions whose result is no path, whatever they are given. */
const MAKES_NO_PATH =
  /^(?:basename|length|jsonencode|yamlencode|md5|sha\d+|base64\w+|startswith|endswith|strcontains|contains)$/u;
/** Functions that make the same path absolute. */
const MAKES_ABSOLUTE = /^(?:abspath|pathexpand)$/u;
/** Functions that take nothing off the end of a path: what they make of one is that path, or lies below it. */
const KEEPS =
  /^(?:abspath|pathexpand|format|formatlist|join|concat|merge|coalesce|coalescelist|compact|distinct|flatten|sort|element|lookup|one|try|can|keys|values|zipmap|sensitive|nonsensitive|to(?:string|list|set|map))$/u;
/** Functions that give one of their arguments, unchanged. */
const PASSES_ON = /^(?:abspath|pathexpand|coalesce|element|lookup|one|try|sensitive|nonsensitive|tostring)$/u;

const CLIMBS = /(^|[/\\])\.\.([/\\]|$)/u;
/** What stands for something else: a verb of `format`, a pattern, a mark that `replace` looks for. */
const STANDS_FOR_SOMETHING = /[%@*?{[<$#]/u;

/** Where nothing is known. */
export const UNKNOWN_PATH: PathUse = { from: 'unknown', text: '', complete: false };

/** A function around an expression, and which of its arguments the expression is in. */
interface Call {
  readonly name: string;
  readonly argument: number;
}

/**
 * The quoted strings below a node that may be paths, and what is made of `path.module` and the like.
 *
 * @param block the top-level block that the node is in
 */
export function readPaths(node: Node, block: Node): readonly PathUse[] {
  const paths: PathUse[] = [];
  const repeated = bodyOf(block)?.namedChildren.find((child) => attributeName(child) === 'for_each');
  const forEach = repeated === undefined ? undefined : expressionOf(repeated);
  collect(node, []);
  return paths;

  /** @param calls the functions around the node, the innermost first, up to one that makes no path */
  function collect(node: Node, calls: readonly Call[]): void {
    if (node.type === 'function_call') {
      collectCall(node, calls);
      return;
    }
    if (node.type === 'string_lit' || node.type === 'quoted_template') paths.push(...pathsOfText(node, calls));
    else if (node.type === 'variable_expr') paths.push(...pathsOfVariable(node, calls));
    // What is put into a text becomes a part of it, as with `format`.
    const isPart = node.type === 'quoted_template';
    for (const child of node.namedChildren) {
      collect(child, isPart ? [{ name: 'format', argument: 1 }, ...calls] : calls);
    }
  }

  function collectCall(node: Node, calls: readonly Call[]): void {
    const given = argumentsOf(node);
    const name = functionOf(node, given);
    const [first] = given;
    if (READS.test(name) && first !== undefined && isReference(first)) paths.push(...referencesOf(first, forEach));
    if (MAKES_ABSOLUTE.test(name) && mayClimb(calls)) paths.push(UNKNOWN_PATH);
    const outer = READS.test(name) || MAKES_NO_PATH.test(name) ? [] : calls;
    for (const [argument, each] of given.entries()) collect(each, [{ name, argument }, ...outer]);
  }
}

/** Local values where the path stands that an expression refers to, or something unknown. Nothing where it says all itself. */
function referencesOf(expression: Node, forEach: Node | undefined): readonly PathUse[] {
  const loops = expression.descendantsOfType('for_intro').flatMap(({ namedChildren }) => namedChildren);
  const bound = new Set(loops.filter(({ type }) => type === 'identifier').map(({ text }) => text));
  // A key says nothing about the value there.
  const keys = expression.descendantsOfType('index').flatMap((index) => index.descendantsOfType('variable_expr'));
  const ignored = new Set(keys.map(({ id }) => id));
  return expression.descendantsOfType('variable_expr').flatMap((variable): readonly PathUse[] => {
    if (variable.text === 'path' || bound.has(variable.text) || ignored.has(variable.id) || isKey(variable)) return [];
    // What a provider writes is no file of the repository.
    if (variable.text === 'data' && nextAttribute(variable) === 'archive_file') return [];
    if (variable.text === 'each' && forEach !== undefined) return referencesOf(forEach, undefined);
    const name = variable.text === 'local' ? nextAttribute(variable) : undefined;
    return [name === undefined ? UNKNOWN_PATH : { from: 'local', text: name, complete: true }];
  });
}

/** Whether a node is the `name` of `{ name = … }`. */
function isKey(variable: Node): boolean {
  const element = variable.parent?.parent;
  return element?.type === 'object_elem' && element.namedChildren[0]?.text === variable.text;
}

/** Whether a value is all said where it stands: each path in it is a text there, or begins with one. */
export function isSpelledOut(expression: Node): boolean {
  const type = expression.namedChildren[0]?.type;
  if (type === 'template_expr' || type === 'literal_value') return !isReference(expression);
  return referencesOf(expression, undefined).length === 0;
}

/** The name of the function that a call means: a path with other slashes is the same path. */
function functionOf(call: Node, given: readonly Node[]): string {
  const name = call.namedChildren[0]?.text ?? '';
  const otherSlashes = name === 'replace' && given[1]?.text === '"\\\\"' && given[2]?.text === '"/"';
  return otherSlashes ? 'abspath' : name;
}

/**
 * Whether an expression may be nothing but a value from elsewhere: no text of it and no `path.module` says where a path
 * begins.
 */
function isReference(expression: Node): boolean {
  const [head, ...steps] = expression.namedChildren;
  if (head?.type !== 'variable_expr' && steps.length > 0) return true;
  switch (head?.type) {
    case 'collection_value':
      return true;
    case 'variable_expr':
      return head.text !== 'path';
    case 'conditional':
      return head.namedChildren.slice(1).some(isReference);
    case 'function_call': {
      const given = argumentsOf(head);
      const name = head.namedChildren[0]?.text ?? '';
      return PASSES_ON.test(name) ? given.some(isReference) : !hasText(head);
    }
    case 'template_expr': {
      // A text that begins with a value of the configuration leads where that says.
      const parts = head.namedChildren[0]?.namedChildren ?? [];
      const isConfigured = /\bvar\s*\.\s*config\b/u.test(
        parts.find(({ type }) => type !== 'quoted_template_start')?.text ?? '',
      );
      return isConfigured || (!parts.some(({ type }) => type === 'template_literal') && !hasText(head));
    }
    case 'expression':
      return isReference(head);
    default:
      return !hasText(expression);
  }
}

function argumentsOf(call: Node): readonly Node[] {
  const given = call.namedChildren.find(({ type }) => type === 'function_arguments');
  return (given?.namedChildren ?? []).filter(({ type }) => type === 'expression');
}

function hasText(node: Node): boolean {
  if (node.type === 'index') return false;
  if (node.type === 'template_literal' || isPathRoot(node)) return true;
  return node.namedChildren.some(hasText);
}

function mayClimb(calls: readonly Call[]): boolean {
  if (calls.some(({ name }) => MAKES_NO_PATH.test(name))) return false;
  return calls.some(({ name }) => !KEEPS.test(name) && !READS.test(name));
}

function pathsOfText(node: Node, calls: readonly Call[]): readonly PathUse[] {
  const parts = node.namedChildren.filter((child) => !/^quoted_template_(start|end)$/u.test(child.type));
  const [head] = parts;
  const base = head?.type === 'template_interpolation' ? pathBase(head) : undefined;
  const from = base ?? (head?.type === 'template_literal' ? 'working-directory' : 'unknown');
  const rest = base === undefined ? parts : parts.slice(1);
  const dynamicAt = rest.findIndex((part) => part.type !== 'template_literal');
  const literal = textOf(dynamicAt < 0 ? rest : rest.slice(0, dynamicAt));
  const complete = dynamicAt < 0;
  const later = complete ? '' : textOf(rest.slice(dynamicAt));

  const paths: PathUse[] = [];
  const call = calls.find(({ name }) => !MAKES_ABSOLUTE.test(name));
  const isRead = call !== undefined && READS.test(call.name) && call.argument === 0;
  const climbs = CLIMBS.test(literal);
  if (base !== undefined) {
    const end = isRead ? -1 : literal.search(STANDS_FOR_SOMETHING);
    if (end < 0) paths.push({ from: base, text: literal, complete });
    else paths.push({ from: base, text: literal.slice(0, end), complete: false }, ...(climbs ? [UNKNOWN_PATH] : []));
  } else if (from === 'unknown' || !climbs) {
    if (climbs) paths.push(UNKNOWN_PATH);
  } else if (/^[./\\]+$/u.test(literal) || STANDS_FOR_SOMETHING.test(literal)) {
    // A piece of a path that something else puts together.
    paths.push(UNKNOWN_PATH);
  } else if (isRead) {
    paths.push({ from, text: literal, complete });
  } else if (call === undefined || call.name === 'templatefile' || MAKES_NO_PATH.test(call.name)) {
    // Where it is read decides whether it begins there or in the module.
    paths.push({ from, text: literal, complete }, { from: 'module', text: literal, complete });
  } else {
    paths.push(UNKNOWN_PATH);
  }
  // A ".." behind something dynamic may lead anywhere.
  if (CLIMBS.test(later)) paths.push(UNKNOWN_PATH);
  return paths;
}

function textOf(parts: readonly Node[]): string {
  return parts
    .map(({ type, text }) => {
      if (type === 'template_literal') return text;
      return type === 'template_directive' ? text.replace(/%\{[^}]*\}/gu, '/') : '';
    })
    .join('');
}

/** `path.module` as an argument or a local may become any path below (or beside) it. */
function pathsOfVariable(node: Node, calls: readonly Call[]): readonly PathUse[] {
  const isPath = isPathRoot(node);
  // A way up from what a local value or a variable holds, which may be such a path.
  const isParent = calls.some(({ name }) => name === 'dirname') && (node.text === 'local' || node.text === 'var');
  if ((isPath || isParent) && mayClimb(calls)) return [UNKNOWN_PATH];
  if (!isPath) return [];
  const interpolation = node.parent?.parent;
  if (interpolation?.type === 'template_interpolation' && pathBase(interpolation) !== undefined) return [];
  const name = node.namedChildren[1]?.text ?? nextAttribute(node);
  return name === 'module' || name === 'root' ? [{ from: name, text: '', complete: false }] : [];
}

/** `${path.module}` and `${path.root}`: which of them an interpolation is. */
function pathBase(interpolation: Node): 'module' | 'root' | undefined {
  switch (interpolation.text.replace(/[\s~]/gu, '')) {
    case '${path.module}':
      return 'module';
    case '${path.root}':
      return 'root';
    default:
      return undefined;
  }
}

/** Whether a node is the variable `path` of `path.module`. */
function isPathRoot(node: Node): boolean {
  return node.type === 'variable_expr' && node.text === 'path';
}

function nextAttribute(node: Node): string | undefined {
  const next = node.nextNamedSibling;
  return next?.type === 'get_attr' ? next.namedChildren[0]?.text : undefined;
}
