/** Paths that code names, and where. */
import type { PathValue } from './path-text.ts';

/** A path that something reads. */
export interface NamedPath {
  /** From the repository root, `..` not worked out yet. */
  readonly path: string;
  /** Whether it is all of it; else everything counts that begins so. */
  readonly complete: boolean;
  /** Whether the content becomes a text in the code. */
  readonly isText: boolean;
  /** What a template is given. */
  readonly given: PathValue;
  readonly at: Place;
}

/** Where an expression stands that may lead anywhere. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** The expression, cut to one line. */
  readonly text: string;
}
