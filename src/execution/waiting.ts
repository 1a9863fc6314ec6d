/**
 * Leaves that cannot be planned yet, because they read what the same change creates: not failed, and not guessed. Only
 * Terraform's own words decide, and only two kinds of them: that a state is not there, and that an output is not in it.
 * Pure. Sources of the words: `internal/builtin/providers/terraform/data_source_state.go` in Terraform's and
 * `internal/lang` and `hcl/v2/hclsyntax/expression.go`.
 */
import { posix } from 'node:path';
import type { Edge } from '../graph/graph.ts';
import { compareBytes } from '../snapshot/snapshot.ts';
import type { Diagnostic } from '../terraform/diagnostics.ts';
import { withoutKeys } from '../terraform/unseen-inputs.ts';

/** What a change adds to a leaf that others read. */
export interface Addition {
  /** Whether it creates the leaf's state. */
  readonly isNew: boolean;
  /** The names of the outputs that it adds: of a new leaf, all that it declares. */
  readonly outputs: ReadonlySet<string>;
}

/** What the code says about an error. */
export interface ErrorContext {
  /** Where the error is in the repository: it tells data sources of different modules apart. */
  readonly fileOf: (error: Diagnostic) => string | undefined;
  /** What a local value of that module is, if it is but another name: `data.terraform_remote_state.vpc.outputs`. */
  readonly localAt: (file: string, name: string) => string | undefined;
}

const NO_CONTEXT: ErrorContext = { fileOf: () => undefined, localAt: () => undefined };

/**
 * The leaves that a leaf waits for, in byte order: each of the errors is about a state that is not there, or an output
 * that is not in it, and one of the edges explains it. Undefined if any is about something else.
 *
 * @param errors of its plan
 * @param edges of what it reads itself
 * @param additions of the change, by leaf
 */
export function waitsFor(
  errors: readonly Diagnostic[],
  edges: readonly Edge[],
  additions: ReadonlyMap<string, Addition>,
  context: ErrorContext = NO_CONTEXT,
): readonly string[] | undefined {
  const found = new Set<string>();
  const missing = new Set(errors.flatMap(({ summary, address }) => (summary === NO_STATE ? (address ?? []) : [])));
  for (const error of errors) {
    // OpenTofu announces each of these errors by another one.
    if (missing.has(ANNOUNCED.exec(error.summary)?.[1] ?? '')) continue;
    const explained = explain(error, edges, additions, context);
    if (explained.length === 0) return undefined;
    for (const leaf of explained) found.add(leaf);
  }
  return found.size === 0 ? undefined : [...found].sort(compareBytes);
}

const NO_STATE = 'Unable to find remote state';
const ANNOUNCED = /^(\S.*): Unable to read remote state$/u;

function explain(
  error: Diagnostic,
  edges: readonly Edge[],
  additions: ReadonlyMap<string, Addition>,
  { fileOf, localAt }: ErrorContext,
): readonly string[] {
  switch (error.summary) {
    case NO_STATE: {
      const address = withoutKeys(error.address ?? '');
      return leavesOf(edges.filter(({ addresses }) => addresses.includes(address))).filter(
        (leaf) => additions.get(leaf)?.isNew === true,
      );
    }
    case 'Unsupported attribute':
    case 'Invalid index': {
      const file = fileOf(error);
      const missing = missingOutput(error, (name) => (file === undefined ? undefined : localAt(file, name)));
      if (missing === undefined) return [];
      const own = edges.filter(
        ({ addresses, outputs, places }) =>
          addresses.some((address) => address === missing.source || address.endsWith(`.${missing.source}`)) &&
          (outputs === 'all' || outputs.includes(missing.output)) &&
          (file === undefined || places.some((place) => posix.dirname(place.file) === posix.dirname(file))),
      );
      return leavesOf(own).filter((leaf) => additions.get(leaf)?.outputs.has(missing.output) === true);
    }
    default:
      return [];
  }
}

function leavesOf(edges: readonly Edge[]): readonly string[] {
  return edges.map(({ reads }) => reads);
}

/** Below the source lines, Terraform says what the values in them are. */
const OBJECT = /^\s*│ (\S.*) is object with (?:no|\d+) attributes?/u;
const OUTPUTS = /^(data\.terraform_remote_state\.[^\s[.]+)(?:\[[^\]]*\])?\.outputs$/u;
const KEY = /^\s*│ \S+ is (".*")$/u;
const ATTRIBUTE = /^This object does not have an attribute named "([^"]*)"\.$/u;

/** The data source, without instance keys, and the output that its state does not have. */
function missingOutput(
  { summary, detail, source: lines = [] }: Diagnostic,
  localNamed: (name: string) => string | undefined,
): { readonly source: string; readonly output: string } | undefined {
  const values = lines.flatMap((line) => {
    const written = OBJECT.exec(line)?.[1];
    if (written === undefined) return [];
    const local = /^local\.([^\s[.]+)$/u.exec(written)?.[1];
    const source = OUTPUTS.exec(local === undefined ? written : (localNamed(local) ?? ''))?.[1];
    return [{ source, written }];
  });
  const [value] = values;
  if (value?.source === undefined || values.length > 1) return undefined;
  const { source, written } = value;
  if (summary === 'Unsupported attribute') {
    const output = ATTRIBUTE.exec(detail.replaceAll(/\s+/gu, ' '))?.[1];
    return output === undefined ? undefined : { source, output };
  }
  const keys = new Set([...keysIn(lines, written), ...lines.flatMap((line) => KEY.exec(line)?.[1] ?? [])]);
  const [key] = keys;
  if (key === undefined || keys.size > 1) return undefined;
  const output = /^"((?:[^"\\$%]|\$(?!\{)|%(?!\{))*)"$/u.exec(key)?.[1];
  return output === undefined ? undefined : { source, output };
}

/** The literal keys in the source lines: `"vpc_id"` of `data.terraform_remote_state.vpc.outputs["vpc_id"]`. */
function keysIn(lines: readonly string[], written: string): readonly string[] {
  return lines.flatMap((line) => {
    const code = /^\s*\d+: (.*)$/u.exec(line)?.[1] ?? '';
    return code
      .split(`${written}[`)
      .slice(1)
      .flatMap((rest) => /^\s*("[^"]*")\s*\]/u.exec(rest)?.[1] ?? []);
  });
}
