/** What a module declares, and what its callers give it: what its names may mean. Pure. */
import type { MapValue } from '../../hierarchy/value.ts';
import type { Expression } from '../hcl/expression.ts';
import type { HclFile } from '../hcl/hcl-file.ts';
import type { DeclaredVariable, NamedExpression } from '../hcl/module-code.ts';
import type { Outside } from '../outside.ts';
import type { GivenVariable } from './tfvars.ts';

/** A file that is read for a module's values. */
export interface StaticFile {
  /** From the repository root. */
  readonly path: string;
  readonly parsed: HclFile;
}

/** What of a variable's value comes from outside of the root module's code. */
export interface RootSource {
  readonly kind: 'root';
  /** What `*.tfvars` files give; undefined where one of them cannot be read. */
  readonly given: ReadonlyMap<string, GivenVariable> | undefined;
  /** The value of `var.config`. */
  readonly configuration: MapValue;
  /** Which variables get a value that is not known. */
  readonly outside: Outside;
}

export interface FileExpression extends NamedExpression {
  /** From the repository root. */
  readonly file: string;
}

export interface Definition {
  readonly file: string;
  readonly line: number;
  readonly value: Expression;
}

/** The local values of a name. */
export function locals({ path, parsed }: StaticFile, name: string): readonly Definition[] {
  const found: readonly NamedExpression[] = parsed.code.locals.filter((local) => local.name === name);
  return found.map(({ line = 1, value }) => ({ file: path, line, value }));
}

export interface Declaration {
  readonly file: string;
  readonly variable: DeclaredVariable;
}

/** The declarations of a variable. */
export function variables({ path, parsed }: StaticFile, name: string): readonly Declaration[] {
  return parsed.code.variables.flatMap((variable) => (variable.name === name ? [{ file: path, variable }] : []));
}

/** Whether a type converts nothing. */
export function isAny(type: Expression | undefined): boolean {
  return type === undefined || (type.kind === 'reference' && type.root === 'any');
}
