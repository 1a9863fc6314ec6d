/** Modules as they are called: each call of one is an instance of its own, because its arguments are. */
import type { CodeOfCall, ModuleCode } from '../hcl/module-code.ts';

/** One file of a module with its code. */
export interface CodeFile {
  /** From the repository root. */
  readonly path: string;
  readonly code: ModuleCode;
}

/** A module as it is called at one place. */
export interface ModuleInstance {
  readonly folder: string;
  readonly files: readonly CodeFile[];
  /** The call, and who calls; undefined for the composition itself. */
  readonly caller: { readonly instance: ModuleInstance; readonly calls: readonly CodeOfCall[] } | undefined;
  /** Local modules that it calls, by name; filled while the tree is being built. */
  readonly called: Map<string, readonly ModuleInstance[]>;
}
