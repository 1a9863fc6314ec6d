/** Which states a leaf's code reads, and which outputs of each. Pure. */
import type { Expression } from './hcl/expression.ts';
import { moduleInstances, type CallOfModule, type Instance } from './module-instances.ts';
import type { Outside } from './outside.ts';
import type { Program, ProgramValues } from './program-values.ts';
import {
  hasRemoteStates,
  remoteReferences,
  remoteStatesIn,
  unreadablePlaces,
  type RemoteReference,
  type RemoteState,
} from './remote-states.ts';
import type { Rendering } from './rendering.ts';
import type { SourceFolder } from './source-folders.ts';
import { stateIdentity, workspaceOf, type Setting, type State } from './state.ts';
import { targetNamesOf } from './target-names.ts';
import { knownMap, knownText, NULL_VALUE, UNKNOWN, type Known } from './use/known-value.ts';
import type { Bindings, StaticValues } from './use/static-values.ts';

/** A state that a leaf reads. */
export interface StateRead {
  /** `module.net.data.terraform_remote_state.vpc` */
  readonly address: string;
  /** From the repository root. */
  readonly file: string;
  readonly line: number;
  /** The names of the outputs, or `all` where others may be read. */
  readonly outputs: readonly string[] | 'all';
  /** Undefined if nothing of it is known. Without an identity, it is not known which one it is. */
  readonly state: State | undefined;
  /** Whether it is that of a workspace other than the default one, or may be. */
  readonly namesWorkspace: boolean;
  /** A sentence: what is not known; undefined if all is. */
  readonly why: string | undefined;
}

/** More of them in one leaf are not told apart. */
const MOST_INSTANCES = 1000;

/** What stands for the instances of a block that are not known. */
const ANY_INSTANCE: Bindings = new Map([
  ['each', UNKNOWN],
  ['count', UNKNOWN],
]);

/**
 * The states that a leaf reads.
 *
 * @param rendered the leaf's rendering, and the values of its code
 * @param modules those that it reaches
 * @param tool the program that runs the leaf; undefined: either
 */
export function stateReads(
  root: SourceFolder,
  rendered: { readonly rendering: Rendering; readonly values: ProgramValues },
  modules: readonly SourceFolder[],
  outside: Outside,
  tool: Program | undefined,
): readonly StateRead[] {
  if (![root, ...modules].some(hasRemoteStates)) return [];
  const hasTofu = [root, ...modules].some((folder) => targetNamesOf(folder, true).hasTofu);
  const programs: readonly Program[] =
    tool !== undefined ? [tool] : hasTofu ? ['terraform', 'opentofu'] : ['terraform'];
  const reads = programs.flatMap((program) => readsOf(program, root, rendered, modules, outside));
  return programs.length === 1 ? reads : distinct(reads);
}

function readsOf(
  program: Program,
  root: SourceFolder,
  rendered: { readonly rendering: Rendering; readonly values: ProgramValues },
  modules: readonly SourceFolder[],
  outside: Outside,
): readonly StateRead[] {
  const everywhere: Bindings = new Map([['terraform', knownMap([['workspace', knownText(workspaceOf(outside))]])]]);
  const valuesOf = (call: CallOfModule, caller: StaticValues): readonly StaticValues[] => {
    const given = new Map(call.arguments.map(({ name, value }) => [name, value]));
    return instancesOf(given, caller).map(({ bindings }) => caller.within(new Map([...everywhere, ...bindings])));
  };
  const { instances, open } = moduleInstances(program, root, rendered, modules, valuesOf);
  const { leaf } = rendered.rendering;
  const reads = instances.flatMap((instance) => {
    const values = instance.values.within(everywhere);
    return readsOfModule({ ...instance, values }, { leaf: leaf.path, outside });
  });
  // Any of the modules may be what such a call leads to, also one that another call leads to.
  const unfollowed = modules.some(hasRemoteStates) ? open : [];
  return [
    ...reads,
    ...unfollowed.map(({ call: { file, line, name }, prefix }) =>
      unknownRead(
        `${prefix}data.terraform_remote_state`,
        { file, line },
        `The source of module "${name}" is not known.`,
      ),
    ),
  ];
}

function unknownRead(address: string, { file, line }: { file: string; line: number }, why: string): StateRead {
  return { address, file, line, outputs: 'all', state: undefined, namesWorkspace: true, why };
}

interface ReadContext {
  readonly leaf: string;
  readonly outside: Outside;
}

function readsOfModule({ values, prefix, files }: Instance, context: ReadContext): readonly StateRead[] {
  const blocks = remoteStatesIn(files);
  const unreadable = unreadablePlaces(files);
  const references =
    unreadable.length > 0 ? [EVERYTHING] : files.flatMap(({ hcl }) => remoteReferences(hcl.parsed.code));
  return [
    ...blocks.flatMap((block) => readsOfBlock(block, values, references, prefix, context)),
    ...unreadable.map((place) =>
      unknownRead(`${prefix}data.terraform_remote_state`, place, 'A part of the file cannot be read.'),
    ),
  ];
}

const EVERYTHING: RemoteReference = { name: undefined, steps: [] };

function readsOfBlock(
  block: RemoteState,
  values: StaticValues,
  references: readonly RemoteReference[],
  prefix: string,
  { leaf, outside }: ReadContext,
): readonly StateRead[] {
  const isRepeated = block.given.has('for_each') || block.given.has('count');
  const used = references.filter(({ name }) => name === undefined || name === block.name);
  return instancesOf(block.given, values).map(({ key, bindings }): StateRead => {
    const own = values.within(bindings);
    const { state, why } = stateOf(block, own, leaf, outside);
    const { file, line } = block;
    const address = `${prefix}data.terraform_remote_state.${block.name}`;
    const outputs = outputsOf(used, isRepeated ? key : 'only');
    return { address, file, line, outputs, state, namesWorkspace: namesWorkspace(block, own), why };
  });
}

interface InstanceOf {
  /** Undefined: not known. */
  readonly key: string | undefined;
  readonly bindings: Bindings;
}

/** The instances of a block with `for_each` or `count`; one whose key is not known where these are not. */
function instancesOf(given: ReadonlyMap<string, Expression>, values: StaticValues): readonly InstanceOf[] {
  const [forEach, count] = [given.get('for_each'), given.get('count')];
  const instances =
    forEach !== undefined ? eachOf(values.known(forEach)) : count !== undefined ? countOf(values.known(count)) : ONCE;
  const isTooMany = instances !== undefined && instances.length > MOST_INSTANCES;
  return instances === undefined || isTooMany ? [{ key: undefined, bindings: ANY_INSTANCE }] : instances;
}

const ONCE: readonly InstanceOf[] = [{ key: undefined, bindings: new Map() }];

function eachOf(over: Known): readonly InstanceOf[] | undefined {
  const of = (key: string, value: Known): InstanceOf => {
    const each = knownMap([
      ['key', knownText(key)],
      ['value', value],
    ]);
    return { key, bindings: new Map([['each', each]]) };
  };
  if (over.kind === 'map') return [...over.entries].map(([key, value]) => of(key, value));
  if (over.kind !== 'list' && over.kind !== 'set') return undefined;
  const keys = new Set(over.of.flatMap((each) => (each.kind === 'text' ? [each.text] : [])));
  return over.of.every(({ kind }) => kind === 'text') ? [...keys].map((key) => of(key, knownText(key))) : undefined;
}

function countOf(count: Known): readonly InstanceOf[] | undefined {
  if (count.kind !== 'text' || !/^\d{1,4}$/u.test(count.text)) return undefined;
  return Array.from({ length: Number(count.text) }, (_, index) => ({
    key: String(index),
    bindings: new Map([['count', knownMap([['index', knownText(String(index))]])]]),
  }));
}

/** @param key of the instance; `only` where the block is not repeated */
function outputsOf(references: readonly RemoteReference[], key: string | undefined): readonly string[] | 'all' {
  const names = new Set<string>();
  for (const { steps } of references) {
    const [index, ...behind] = key === 'only' ? [undefined, ...steps] : steps;
    const written = typeof index === 'string' ? index : index?.kind === 'plain' ? index.value : undefined;
    if (written !== undefined && key !== undefined && written !== key) continue;
    const [attribute, output] = behind;
    if (attribute !== undefined && attribute !== 'outputs' && typeof attribute === 'string') continue;
    if (attribute === undefined || typeof output !== 'string') return 'all';
    names.add(output);
  }
  return [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

function stateOf(
  { given }: RemoteState,
  values: StaticValues,
  leaf: string,
  outside: Outside,
): Pick<StateRead, 'state' | 'why'> {
  const knownOf = (name: string): Known => {
    const expression = given.get(name);
    return expression === undefined ? { kind: 'null' } : values.known(expression);
  };
  const backend = knownOf('backend');
  if (backend.kind !== 'text') return { state: undefined, why: notKnown('backend') };
  const settings = new Map<string, Setting>();
  const config = knownOf('config');
  if (config.kind !== 'null' && (config.kind !== 'map' || !flatten(config.entries, '', settings)))
    return { state: undefined, why: notKnown('config') };
  const type = backend.text === '_local' ? 'local' : backend.text;
  const { workspace, why } = workspaceFor(knownOf('workspace'), outside);
  // Options of `init` complete the leaf's own backend only.
  const context = { leaf, outside: { ...outside, completesBackends: false }, workspace };
  const state = stateIdentity([{ type, settings }], context);
  return { state, why: state?.unknown === undefined ? why : notKnown(`config.${state.unknown.setting}`) };
}

function namesWorkspace({ given }: RemoteState, values: StaticValues): boolean {
  const expression = given.get('workspace');
  const workspace = expression === undefined ? NULL_VALUE : values.known(expression);
  return workspace.kind === 'text' ? !/^(?:default)?$/u.test(workspace.text) : workspace.kind !== 'null';
}

/** The workspace that is read: without one, the default one. Where it is not known, the one of the run is likely. */
function workspaceFor(given: Known, outside: Outside): { workspace: string; why: string | undefined } {
  const selected = workspaceOf(outside);
  if (given.kind === 'null') return { workspace: 'default', why: undefined };
  if (given.kind !== 'text') return { workspace: selected, why: notKnown('workspace') };
  const isKnown = selected === 'default' || given.text === selected || given.text === 'default';
  if (isKnown) return { workspace: given.text === '' ? 'default' : given.text, why: undefined };
  return { workspace: selected, why: 'Whether it is the workspace that TF_WORKSPACE selects is not known.' };
}

function notKnown(argument: string): string {
  return `"${argument}" is not known before Terraform runs.`;
}

/** Adds settings as a backend block has them: those of nested blocks dotted. False where their names are not known. */
function flatten(entries: ReadonlyMap<string, Known>, prefix: string, settings: Map<string, Setting>): boolean {
  return [...entries].every(([key, known]) => {
    const name = `${prefix}${key}`;
    switch (known.kind) {
      case 'null':
        return true;
      case 'map':
        return flatten(known.entries, `${name}.`, settings);
      case 'list':
      case 'set': {
        const [only, ...others] = known.of;
        if (only?.kind === 'map' && others.length === 0) return flatten(only.entries, `${name}.`, settings);
        const texts = known.of.map((each) => (each.kind === 'text' ? each.text : undefined));
        return add(name, texts.includes(undefined) ? undefined : JSON.stringify(texts));
      }
      case 'text':
        return add(name, known.text);
      default:
        return add(name, undefined);
    }
  });

  function add(name: string, value: string | undefined): boolean {
    settings.set(name, { value, outline: '', text: '' });
    return true;
  }
}

/** Without what the programs read alike. */
function distinct(reads: readonly StateRead[]): readonly StateRead[] {
  const key = ({ address, file, line, outputs, state, why }: StateRead): string =>
    JSON.stringify([address, file, line, outputs, state?.written, why]);
  return [...new Map(reads.map((read) => [key(read), read])).values()];
}
