/** Reads a GraphQL query into the fields that it asks for. Covers what clients of GitHub write, without directives. */

/** A value in the query: a constant, or a variable that is put in when the query runs. */
export type QueryValue =
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly QueryValue[] };

/** One field that is asked for. */
export interface FieldSelection {
  readonly kind: 'field';
  readonly name: string;
  /** What the answer calls it. */
  readonly alias: string;
  readonly arguments: ReadonlyMap<string, QueryValue>;
  readonly selections: readonly Selection[];
}

/** `...Name` or `... on Type { … }`. */
interface FragmentSelection {
  readonly kind: 'fragment';
  readonly name: string | undefined;
  readonly type: string | undefined;
  readonly selections: readonly Selection[];
}

export type Selection = FieldSelection | FragmentSelection;

/** A variable that the operation declares. */
interface VariableDeclaration {
  readonly name: string;
  readonly required: boolean;
  readonly byDefault: QueryValue | undefined;
}

/** `query Name($variables) { … }` */
export interface Operation {
  readonly kind: string;
  readonly name: string | undefined;
  readonly variables: readonly VariableDeclaration[];
  readonly selections: readonly Selection[];
}

/** A whole document. */
export interface QueryDocument {
  readonly operations: readonly Operation[];
  readonly fragments: ReadonlyMap<string, FragmentSelection>;
}

const tokenPattern = /[\s,]+|#[^\n]*|(\.\.\.|[!$()[\]{}:=]|"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?|[A-Za-z_]\w*)/uy;

/** Reads a document; anything unknown is an error that names it. */
export function parseQuery(text: string): QueryDocument {
  return new Parser(tokensOf(text)).document();
}

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const start = tokenPattern.lastIndex;
    const match = tokenPattern.exec(text);
    if (match === null) throw new Error(`Parse error on ${JSON.stringify(text.slice(start, start + 10))}`);
    if (match[1] !== undefined) tokens.push(match[1]);
  }
  return tokens;
}

class Parser {
  readonly #tokens: readonly string[];
  #position = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  document(): QueryDocument {
    const operations: Operation[] = [];
    const fragments = new Map<string, FragmentSelection>();
    while (this.#position < this.#tokens.length) {
      if (this.#take('fragment')) {
        const name = this.#next();
        this.#expect('on');
        fragments.set(name, { kind: 'fragment', name, type: this.#next(), selections: this.#selections() });
      } else {
        operations.push(this.#operation());
      }
    }
    return { operations, fragments };
  }

  #operation(): Operation {
    if (this.#peek() === '{') return { kind: 'query', name: undefined, variables: [], selections: this.#selections() };
    const kind = this.#next();
    if (!['query', 'mutation', 'subscription'].includes(kind)) throw unexpected(kind);
    const name = ['(', '{'].includes(this.#peek()) ? undefined : this.#next();
    const variables: VariableDeclaration[] = [];
    if (this.#take('(')) while (!this.#take(')')) variables.push(this.#variable());
    return { kind, name, variables, selections: this.#selections() };
  }

  #variable(): VariableDeclaration {
    this.#expect('$');
    const name = this.#next();
    this.#expect(':');
    const required = this.#type();
    return { name, required, byDefault: this.#take('=') ? this.#value() : undefined };
  }

  /** Skips a type and answers whether it ends in `!`. */
  #type(): boolean {
    if (this.#take('[')) {
      this.#type();
      this.#expect(']');
    } else {
      this.#next();
    }
    return this.#take('!');
  }

  #selections(): readonly Selection[] {
    this.#expect('{');
    const selections: Selection[] = [];
    while (!this.#take('}')) selections.push(this.#take('...') ? this.#spread() : this.#field());
    return selections;
  }

  #spread(): FragmentSelection {
    if (this.#take('on')) {
      return { kind: 'fragment', name: undefined, type: this.#next(), selections: this.#selections() };
    }
    return { kind: 'fragment', name: this.#next(), type: undefined, selections: [] };
  }

  #field(): FieldSelection {
    const alias = this.#next();
    const name = this.#take(':') ? this.#next() : alias;
    const given = new Map<string, QueryValue>();
    if (this.#take('(')) {
      while (!this.#take(')')) {
        const argument = this.#next();
        this.#expect(':');
        given.set(argument, this.#value());
      }
    }
    const selections = this.#peek() === '{' ? this.#selections() : [];
    return { kind: 'field', name, alias, arguments: given, selections };
  }

  #value(): QueryValue {
    const token = this.#next();
    if (token === '$') return { kind: 'variable', name: this.#next() };
    if (token === '[') {
      const items: QueryValue[] = [];
      while (!this.#take(']')) items.push(this.#value());
      return { kind: 'list', items };
    }
    // Numbers, texts and booleans are spelled as in JSON; what is left is the name of an enumeration's member.
    if (/^(?:["\-\d]|true$|false$|null$)/u.test(token)) return { kind: 'constant', value: JSON.parse(token) };
    if (!/^\w+$/u.test(token)) throw unexpected(token);
    return { kind: 'constant', value: token };
  }

  #peek(): string {
    return this.#tokens[this.#position] ?? 'end of file';
  }

  #next(): string {
    if (this.#position >= this.#tokens.length) throw unexpected('end of file');
    const token = this.#peek();
    this.#position += 1;
    return token;
  }

  #take(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#position += 1;
    return true;
  }

  #expect(token: string): void {
    const actual = this.#next();
    if (actual !== token) throw unexpected(actual, token);
  }
}

function unexpected(actual: string, expected?: string): Error {
  return new Error(`Parse error on "${actual}"${expected === undefined ? '' : `, expected "${expected}"`}`);
}
