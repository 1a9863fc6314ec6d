/** Expressions of Terraform as plain data, reduced to what decides which texts they can give. */
import type { Node } from 'web-tree-sitter';

export type Expression =
  /** A text, escapes decoded. */
  | { readonly kind: 'text'; readonly text: string }
  /** A number, boolean or null. */
  | {
      readonly kind: 'plain';
      /** What it is in a text; undefined for null, and where that depends on the number's spelling. */
      readonly value?: string | undefined;
      readonly isNull?: boolean | undefined;
    }
  | { readonly kind: 'template'; readonly parts: readonly Expression[] }
  /** What a directive (`%{ if … }`) may put into a template, or leave out, or repeat. */
  | { readonly kind: 'directive'; readonly parts: readonly Expression[]; readonly repeats: boolean }
  /** `var.config.a`: the static steps as far as they go. */
  | {
      readonly kind: 'reference';
      readonly root: string;
      readonly path: readonly string[];
      /** Whether steps follow that are not static. */
      readonly isCut?: boolean | undefined;
      /** These steps: names, and what an index is; `PLAIN` for each of all (`[*]`). */
      readonly rest?: readonly (string | Expression)[] | undefined;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly given: readonly Expression[];
      /** Whether the last one is a list of arguments (`...`). */
      readonly expands?: boolean | undefined;
      readonly source: Source;
    }
  /** Any of these: branches of a conditional, values of an object. */
  | {
      readonly kind: 'any';
      readonly of: readonly Expression[];
      /** Of an object whose keys are all known and different. */
      readonly entries?: ReadonlyMap<string, Expression> | undefined;
      /** Of a conditional: which branch it is. */
      readonly conditional?:
        { readonly condition: Expression; readonly then: Expression; readonly else: Expression } | undefined;
      /** Of `keys(x)[0]`: what the steps lead into, and these as those of a reference. */
      readonly inside?: { readonly value: Expression; readonly steps: readonly (string | Expression)[] } | undefined;
    }
  /** The elements of a list, in order. */
  | { readonly kind: 'list'; readonly of: readonly Expression[] }
  | {
      readonly kind: 'loop';
      readonly names: readonly string[];
      readonly over: Expression;
      readonly gives: readonly Expression[];
      /** What it makes; undefined where it groups, or is a directive of a template. */
      readonly makes?:
        | {
            /** Of a map. */
            readonly key: Expression | undefined;
            readonly value: Expression;
            readonly condition: Expression | undefined;
          }
        | undefined;
    }
  /** Evaluated, but no part of the value: a condition, an index, operands. */
  | {
      readonly kind: 'aside';
      readonly of: readonly Expression[];
      /** `==`, `!`, …: what is done with them. */
      readonly operator?: string | undefined;
    }
  /** Something that is not understood. */
  | { readonly kind: 'unreadable'; readonly source: Source };

/** Where an expression stands, for people. */
export interface Source {
  readonly line: number;
  /** Cut to one short line. */
  readonly text: string;
}

export const PLAIN: Expression = { kind: 'plain' };
export const NULL: Expression = { kind: 'plain', isNull: true };

/** The expressions directly inside of one. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'any':
    case 'list':
    case 'aside':
      return expression.of;
    case 'template':
    case 'directive':
      return expression.parts;
    case 'call':
      return expression.given;
    case 'loop':
      return [expression.over, ...expression.gives];
    default:
      return [];
  }
}

/** The line and the beginning of a node's text. */
export function sourceOf(node: Node): Source {
  return { line: node.startPosition.row + 1, text: shorten(node.text) };
}

function shorten(text: string): string {
  const line = text.trim().replace(/\s+/gu, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** Reads the expression below a syntax node. What is not known is `unreadable`. */
export function readExpression(node: Node): Expression {
  switch (node.type) {
    case 'expression':
      return readTerm(node);
    case 'literal_value': {
      const [literal] = node.namedChildren;
      return literal?.type === 'string_lit' ? readTemplate(literal) : readPlain(node.text);
    }
    case 'template_expr': {
      const [template] = node.namedChildren;
      return template === undefined ? unreadable(node) : readTemplate(template);
    }
    case 'string_lit':
    case 'quoted_template':
      return readTemplate(node);
    case 'collection_value':
      return any(node.namedChildren);
    case 'object':
      return readObject(node);
    case 'tuple':
      return { kind: 'list', of: node.namedChildren.filter(({ type }) => type === 'expression').map(readExpression) };
    case 'operation': {
      const [only, ...others] = node.namedChildren;
      return only === undefined || others.length > 0 ? unreadable(node) : readExpression(only);
    }
    case 'unary_operation':
    case 'binary_operation':
      // Operators give numbers and booleans.
      return { kind: 'aside', of: termsOf(node.namedChildren), operator: operatorOf(node) };
    case 'object_elem':
      return readElement(node).all;
    case 'conditional': {
      const [condition, ...branches] = node.namedChildren.filter(({ type }) => type !== 'comment');
      if (condition === undefined || branches.length !== 2) return unreadable(node);
      const [asked, [yes, no]] = [readExpression(condition), branches.map(readExpression)];
      return {
        kind: 'any',
        of: [{ kind: 'aside', of: [asked] }, ...(yes === undefined || no === undefined ? [] : [yes, no])],
        conditional: yes && no && { condition: asked, then: yes, else: no },
      };
    }
    case 'variable_expr':
      return { kind: 'reference', root: node.text, path: [] };
    case 'function_call':
      return readCall(node);
    case 'for_expr':
      return readLoop(node);
    case 'tuple_start':
    case 'tuple_end':
    case 'object_start':
    case 'object_end':
    case 'comment':
    case 'ellipsis':
      return PLAIN;
    default:
      return unreadable(node);
  }
}

function unreadable(node: Node): Expression {
  return { kind: 'unreadable', source: sourceOf(node) };
}

function any(nodes: readonly Node[]): Expression {
  const of = nodes.map(readExpression).filter(({ kind }) => kind !== 'plain');
  const [only] = of;
  if (only === undefined) return PLAIN;
  return of.length === 1 ? only : { kind: 'any', of };
}

/** The operands of an operator stand side by side, each with what stands behind it. */
function termsOf(nodes: readonly Node[]): readonly Expression[] {
  const terms: Node[][] = [];
  for (const node of nodes) {
    if (/^(?:get_attr|index|splat)$/u.test(node.type)) terms.at(-1)?.push(node);
    else terms.push([node]);
  }
  return terms.flatMap(([head, ...steps]) => (head === undefined ? [] : readSteps(head, steps)));
}

function operatorOf(node: Node): string | undefined {
  const [operator, ...others] = node.children.filter(({ isNamed, type }) => !isNamed && !/^[()]$/u.test(type));
  return others.length === 0 ? operator?.type : undefined;
}

function readTerm(node: Node): Expression {
  const [head, ...steps] = node.namedChildren.filter(({ type }) => type !== 'comment');
  return head === undefined ? unreadable(node) : readSteps(head, steps);
}

/** A term with `.name`, `["name"]`, `[*]` behind it. */
function readSteps(head: Node, steps: readonly Node[]): Expression {
  const term = readExpression(head);
  const path: string[] = [];
  const rest: (string | Expression)[] = [];
  const indices: Expression[] = [];
  let isStatic = term.kind === 'reference' && head.type === 'variable_expr';
  for (const step of steps.flatMap(withinSplat)) {
    const name = step.type === 'get_attr' ? step.namedChildren[0]?.text.normalize('NFC') : undefined;
    const index = step.type === 'index' ? step.descendantsOfType('expression')[0] : undefined;
    const read = index === undefined ? undefined : readExpression(index);
    const key = name ?? (read?.kind === 'text' ? read.text : undefined);
    if (key === undefined) isStatic = false;
    if (isStatic && key !== undefined) path.push(key);
    else rest.push(key ?? read ?? PLAIN);
    // An index may read a file; what it gives is no part of the value.
    if (read !== undefined && read.kind !== 'text' && read.kind !== 'plain') indices.push(read);
  }
  const isCut = steps.length > 0 && !isStatic;
  const value = steps.length === 0 ? term : stepInto(term, path, isCut ? rest : undefined);
  return indices.length === 0 ? value : { kind: 'any', of: [value, { kind: 'aside', of: indices }] };
}

/** What stands behind `[*]` is inside of it. */
function withinSplat(step: Node): readonly Node[] {
  if (step.type !== 'splat') return [step];
  return [step, ...(step.namedChildren[0]?.namedChildren ?? [])];
}

function stepInto(
  term: Expression,
  path: readonly string[],
  rest: readonly (string | Expression)[] | undefined,
): Expression {
  if (term.kind === 'reference') return { ...term, path, isCut: rest !== undefined, rest };
  return { kind: 'any', of: [term], inside: rest && { value: term, steps: rest } };
}

/** A number or boolean. Numbers with another spelling in a text than here are not told. */
function readPlain(text: string): Expression {
  if (text === 'null') return NULL;
  return isPlainSpelling(text) ? { kind: 'plain', value: text } : PLAIN;
}

/** Whether a number or boolean becomes a text with the same spelling. */
export function isPlainSpelling(text: string): boolean {
  return /^(?:true|false|(?:0|[1-9]\d{0,14})(?:\.\d{0,14}[1-9])?)$/u.test(text);
}

function readObject(node: Node): Expression {
  const elements = node.namedChildren.filter(({ type }) => type === 'object_elem').map(readElement);
  const of = elements.map(({ all }) => all).filter(({ kind }) => kind !== 'plain');
  const entries = new Map(elements.flatMap(({ key, value }) => (key === undefined ? [] : [[key, value]])));
  const isKnown = entries.size === elements.length && node.namedChildren.every(({ type }) => isPartOfObject(type));
  return { kind: 'any', of, entries: isKnown ? entries : undefined };
}

function isPartOfObject(type: string): boolean {
  return /^(?:object_elem|object_start|object_end|comment)$/u.test(type);
}

interface Element {
  /** Undefined where it is not known. */
  readonly key?: string | undefined;
  readonly value: Expression;
  /** Key and value. */
  readonly all: Expression;
}

/** The key of an object, where it is a plain name, is no reference. */
function readElement(node: Node): Element {
  const [key, value, ...others] = node.namedChildren.filter(({ type }) => type !== 'comment');
  if (key === undefined || value === undefined || others.length > 0) {
    const all = unreadable(node);
    return { value: all, all };
  }
  const [name, ...steps] = key.namedChildren;
  const given = readExpression(value);
  if (name?.type === 'variable_expr' && steps.length === 0)
    return { key: name.text.normalize('NFC'), value: given, all: given };
  const named = readExpression(key);
  const known = named.kind === 'text' && key.text.startsWith('"') ? named.text.normalize('NFC') : undefined;
  return { key: known, value: given, all: named.kind === 'plain' ? given : { kind: 'any', of: [named, given] } };
}

function readCall(node: Node): Expression {
  const names = node.namedChildren.filter(({ type }) => type === 'identifier').map(({ text }) => text);
  const given = node.namedChildren.find(({ type }) => type === 'function_arguments')?.namedChildren ?? [];
  return {
    kind: 'call',
    name: names.join('::'),
    given: given.filter(({ type }) => type !== 'comment' && type !== 'ellipsis').map(readExpression),
    ...(given.some(({ type }) => type === 'ellipsis') ? { expands: true } : {}),
    source: sourceOf(node),
  };
}

function readLoop(node: Node): Expression {
  const loop = node.namedChildren[0];
  const parts = loop?.namedChildren ?? [];
  const intro = parts.find(({ type }) => type === 'for_intro');
  const over = intro?.namedChildren.find(({ type }) => type === 'expression');
  if (intro === undefined || over === undefined) return unreadable(node);
  return {
    kind: 'loop',
    names: intro.namedChildren.filter(({ type }) => type === 'identifier').map(({ text }) => text),
    over: readExpression(over),
    gives: parts.flatMap((part) => {
      if (part.type === 'expression') return [readExpression(part)];
      return part.type === 'for_cond' ? [{ kind: 'aside', of: part.namedChildren.map(readExpression) }] : [];
    }),
    makes: whatItMakes(loop?.type === 'for_object_expr', parts),
  };
}

function whatItMakes(isMap: boolean, parts: readonly Node[]): Extract<Expression, { kind: 'loop' }>['makes'] {
  const [first, second, ...others] = parts.filter(({ type }) => type === 'expression').map(readExpression);
  const [condition] = parts.filter(({ type }) => type === 'for_cond').flatMap(({ namedChildren }) => namedChildren);
  const [key, value] = isMap ? [first, second] : [undefined, first];
  const isOther =
    others.length > 0 || (!isMap && second !== undefined) || parts.some(({ type }) => type === 'ellipsis');
  if (value === undefined || isOther) return undefined;
  return { key, value, condition: condition && readExpression(condition) };
}

function readTemplate(node: Node): Expression {
  const isHeredoc = node.type === 'heredoc_template';
  const nodes = node.namedChildren;
  const [first, second] = nodes;
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return unreadable(node);
  // A heredoc begins behind its name's line, and ends before that of the closing one.
  const begin = isHeredoc ? (second?.endIndex ?? first.endIndex) + 1 : first.endIndex;
  const upTo = node.text.slice(0, last.startIndex - node.startIndex);
  const end = isHeredoc ? node.startIndex + upTo.lastIndexOf('\n') + 1 : last.startIndex;
  const isFlush = isHeredoc && first.text === '<<-';
  // How many blanks a line loses depends on all of them: `any` of one text is that text, or nearly.
  const parts = templateParts(node, nodes, { begin, end, isHeredoc }).map((part): Expression =>
    isFlush && part.kind === 'text'
      ? { kind: 'any', of: [{ kind: 'text', text: part.text.replace(/(^|\n)[ \t]+/gu, '$1') }] }
      : part,
  );
  const [only] = parts;
  if (only === undefined) return { kind: 'text', text: '' };
  return parts.length === 1 && only.kind === 'text' ? only : { kind: 'template', parts };
}

interface Range {
  readonly begin: number;
  readonly end: number;
  readonly isHeredoc: boolean;
}

/**
 * What stands in a range of a template. The syntax tree's literals lack the blanks at their ends, so they are taken to be
 * what lies between the other nodes.
 */
function templateParts(node: Node, nodes: readonly Node[], { begin, end, isHeredoc }: Range): readonly Expression[] {
  const { text: all, startIndex } = node;
  const parts: Expression[] = [];
  let at = begin;
  const literal = (upTo: number): void => {
    if (upTo <= at) return;
    const text = decode(all.slice(at - startIndex, upTo - startIndex), isHeredoc);
    // Marks that take blanks away: what is left without them may stand right beside the next part.
    const left = /~\}$/u.test(all.slice(0, at - startIndex)) ? text.trimStart() : text;
    const right = /^[$%]\{~/u.test(all.slice(upTo - startIndex)) ? left.trimEnd() : left;
    if (right !== '') parts.push({ kind: 'text', text: right });
  };
  for (const child of nodes) {
    if (child.startIndex < begin || child.endIndex > end || child.type === 'template_literal') continue;
    if (child.type === 'comment' || child.type === 'identifier') continue;
    literal(child.startIndex);
    at = child.endIndex;
    if (child.type === 'template_interpolation') {
      parts.push(any(child.namedChildren.filter(({ type }) => !MARKS.test(type))));
    } else if (child.type === 'template_directive') {
      parts.push(readDirective(child, isHeredoc));
    } else if (/^template_(?:if|else|for)/u.test(child.type)) {
      // A condition is no part of the text.
      const conditions = child.namedChildren.filter(({ type }) => type === 'expression');
      if (conditions.length > 0) parts.push({ kind: 'aside', of: conditions.map(readExpression) });
    } else parts.push(unreadable(child));
  }
  literal(end);
  return parts;
}

const MARKS = /^(?:template_interpolation_(?:start|end)|strip_marker|comment)$/u;

function readDirective(node: Node, isHeredoc: boolean): Expression {
  const [inner] = node.namedChildren;
  if (inner === undefined || !/^template_(?:if|for)$/u.test(inner.type)) return unreadable(node);
  const range = { begin: inner.startIndex, end: inner.endIndex, isHeredoc };
  const parts = templateParts(inner, inner.namedChildren, range);
  if (inner.type === 'template_if') return { kind: 'directive', parts, repeats: false };
  const start = inner.namedChildren.find(({ type }) => type === 'template_for_start');
  const over = start?.namedChildren.find(({ type }) => type === 'expression');
  if (start === undefined || over === undefined) return unreadable(node);
  const names = start.namedChildren.filter(({ type }) => type === 'identifier').map(({ text }) => text);
  const gives: Expression = { kind: 'template', parts: parts.filter(({ kind }) => kind !== 'aside') };
  return {
    kind: 'directive',
    parts: [{ kind: 'loop', names, over: readExpression(over), gives: [gives] }],
    repeats: true,
  };
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** What a literal part of a template means. Heredocs have no backslash escapes. */
function decode(raw: string, isHeredoc: boolean): string {
  const text = isHeredoc
    ? raw
    : raw.replace(
        /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^]))/gu,
        (all: string, short?: string, long?: string, one: string = '') => {
          const code = short ?? long;
          if (code === undefined) return ESCAPES.get(one) ?? one;
          const point = Number.parseInt(code, 16);
          return point > 0x10ffff ? all : String.fromCodePoint(point);
        },
      );
  return text.replace(/([$%])\1\{/gu, '$1{');
}
