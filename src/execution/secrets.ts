/** The secrets of leaves: collected from what they give Terraform, read once, and put in. */
import type { Environment } from '../base/environment.ts';
import { inLeaves, problem, throwOnErrors, type Problem } from '../base/problems.ts';
import { renderedOf, type PlannableLeaf } from '../changes/changed-leaf.ts';
import type { SecretReference } from '../hierarchy/secret-reference.ts';
import { distinct, secretsIn, type SecretReader } from '../hierarchy/secrets.ts';
import type { MapValue } from '../hierarchy/value.ts';
import { firstFew } from '../markdown/phrases.ts';
import type { Masker } from '../masking/masking.ts';
import type { Leaf } from '../project/leaves.ts';
import { defaultStoreSettings, type StoreSettings } from '../project/store-settings.ts';
import type { Renderer } from '../rendering/renderer.ts';
import type { Rendered, Rendering } from '../rendering/rendering.ts';
import { secretsOf } from '../rendering/secret-places.ts';
import { scalarsOf } from '../stores/pick.ts';
import type { Fetched } from '../stores/store.ts';
import { fetchedReader, fetchSecrets, sealedReader, type FetchedSecrets } from '../stores/stores.ts';
import { refusal } from '../stores/trust.ts';

/** Who may read secrets, and where. */
export interface SecretAccess {
  readonly environment: Environment;
  /** Whether the layers are the user's own, as on the command line; otherwise a base commit decides what is read. */
  readonly isOwn: boolean;
  /** Whether head itself is trusted where there is no base: it is the default branch's. */
  readonly trustsHead: boolean;
  /** What may be read of what the settings allow; undefined: all of it. */
  readonly narrowed: readonly string[] | undefined;
  /** The secret input `fingerprint-key`. */
  readonly key: string | undefined;
  readonly idToken: ((audience: string) => Promise<string>) | undefined;
  /** Learns all values before anything else does; undefined: nothing is masked. */
  readonly masker: Masker | undefined;
}

/** Reading for one's own layers, on the command line. */
export function ownSecrets(environment: Environment, masker: Masker | undefined): SecretAccess {
  return {
    environment,
    isOwn: true,
    trustsHead: true,
    narrowed: undefined,
    key: undefined,
    idToken: undefined,
    masker,
  };
}

/** What leaves' secrets come to. */
export interface LeafSecrets {
  /** The rendering with values of a leaf with secrets; undefined if it has none, or not all could be read. */
  readonly rendered: (leaf: PlannableLeaf) => Rendered | undefined;
  /** Leaves that cannot be run. */
  readonly failed: ReadonlySet<PlannableLeaf>;
  readonly problems: readonly Problem[];
  /** What stands for the values in digests of renderings; undefined if no leaf has secrets. */
  readonly sealed: SecretReader | undefined;
  /** Each value with its stand-in in a fingerprint. */
  readonly hidden: ReadonlyMap<string, string>;
  /** Names of those that could change without any digest showing it. */
  readonly unsealed: readonly string[];
}

const NO_SECRETS: LeafSecrets = {
  rendered: () => undefined,
  failed: new Set(),
  problems: [],
  sealed: undefined,
  hidden: new Map(),
  unsealed: [],
};

/** Milliseconds for all stores together. */
const TIME_LIMIT = 60_000;

/** Values below this length are everywhere: masking them would hide ordinary words, and not masking them the secret. */
const SHORTEST = 6;

/**
 * Reads the secrets of the leaves that Terraform will run for, and renders those leaves again.
 *
 * @param head rendered the leaves, except those that are removed, which `base` did
 * @param access undefined: nothing is read, and stand-ins are what Terraform gets
 */
export async function readSecrets(
  leaves: readonly PlannableLeaf[],
  { head, base }: { readonly head: Renderer; readonly base: Renderer | undefined },
  access: SecretAccess | undefined,
): Promise<LeafSecrets> {
  const users = leaves
    .map((changed) => ({ changed, ...userOf(renderedOf(changed).rendering) }))
    .filter(({ references }) => references.length > 0);
  if (users.length === 0 || access === undefined) return NO_SECRETS;
  const settings = trustedSettings(head, base, access);
  const isRemoved = ({ changed }: (typeof users)[number]): boolean => changed.kind === 'removed';
  // Files of SOPS may differ between the two.
  const atHead = await putIn(
    users.filter((each) => !isRemoved(each)),
    head,
    settings,
    access,
  );
  const atBase = base === undefined ? undefined : await putIn(users.filter(isRemoved), base, settings, access);
  const rendered = new Map([...(atBase?.rendered ?? []), ...atHead.rendered]);
  const byName = new Map([...(atBase?.byName ?? []), ...atHead.byName]);
  return {
    rendered: ({ leaf }) => rendered.get(leaf),
    failed: new Set(users.filter(({ leaf }) => !rendered.has(leaf)).map(({ changed }) => changed)),
    problems: [...atHead.problems, ...(atBase?.problems ?? [])],
    sealed: sealedReader(byName, access.key),
    hidden: hiddenValues(byName),
    unsealed: access.key === undefined ? withoutVersion(byName) : [],
  };
}

/**
 * The same for renderings of the working tree.
 *
 * @returns the renderings, with values instead of stand-ins
 * @throws ProblemError with all that could not be read
 */
export async function withOwnSecrets(
  rendered: readonly Rendered[],
  renderer: Renderer,
  access: SecretAccess | undefined,
): Promise<readonly Rendered[]> {
  const users = rendered.map(({ rendering }) => userOf(rendering)).filter(({ references }) => references.length > 0);
  if (users.length === 0 || access === undefined) return rendered;
  const found = await putIn(users, renderer, renderer.project.settings.stores, access);
  throwOnErrors(found.problems);
  return rendered.map((each) => found.rendered.get(each.rendering.leaf) ?? each);
}

/**
 * The configuration of a folder of the working tree, with values.
 *
 * @param needed the top-level keys that are shown
 * @throws ProblemError with all that could not be read
 */
export async function ownConfiguration(
  renderer: Renderer,
  path: string,
  needed: (key: string) => boolean,
  access: SecretAccess | undefined,
): Promise<MapValue> {
  const configuration = await renderer.configuration(path, needed);
  const shown = Object.entries(configuration.children).flatMap(([key, value]) => (needed(key) ? [value] : []));
  const references = distinct(shown.flatMap(secretsIn));
  if (references.length === 0 || access === undefined) return configuration;
  const { byName, failures } = await fetchFor(references, renderer, renderer.project.settings.stores, access);
  throwOnErrors(sharedProblems(failures, []));
  return renderer.withSecrets(fetchedReader(byName)).configuration(path, needed);
}

/** A leaf with the secrets in its rendering. */
interface SecretUser {
  readonly leaf: Leaf;
  readonly references: readonly SecretReference[];
}

function userOf(rendering: Rendering): SecretUser {
  return { leaf: rendering.leaf, references: secretsOf(rendering) };
}

/** Renders leaves again, with values; a leaf that is missing has a problem. */
async function putIn(
  users: readonly SecretUser[],
  renderer: Renderer,
  settings: StoreSettings,
  access: SecretAccess,
): Promise<{
  readonly rendered: ReadonlyMap<Leaf, Rendered>;
  readonly byName: FetchedSecrets['byName'];
  readonly problems: readonly Problem[];
}> {
  const references = distinct(users.flatMap((each) => each.references));
  const found = await fetchFor(references, renderer, settings, access);
  const unread = new Set(found.failures.flatMap((each) => each.references.map(({ name }) => name)));
  const values = renderer.withSecrets(fetchedReader(found.byName));
  const rendered = new Map<Leaf, Rendered>();
  const broken: { leaf: string; problems: readonly Problem[] }[] = [];
  for (const { leaf, references: needed } of users) {
    // The reason is given once for all leaves.
    if (needed.some(({ name }) => unread.has(name))) continue;
    const result = await values.render(leaf);
    if (result.ok) rendered.set(leaf, result);
    else broken.push({ leaf: leaf.path, problems: result.problems });
  }
  return { rendered, byName: found.byName, problems: [...sharedProblems(found.failures, users), ...inLeaves(broken)] };
}

/** A sentence for reviewers. */
export function unsealedNotice(names: readonly string[]): string {
  return `These secrets count by name only, so a changed value would be applied as reviewed: ${firstFew(names, 5)}. The input "fingerprint-key" makes their values count.`;
}

/** The settings that a pull request cannot change. */
function trustedSettings(head: Renderer, base: Renderer | undefined, access: SecretAccess): StoreSettings {
  if (access.isOwn) return head.project.settings.stores;
  return (base ?? (access.trustsHead ? head : undefined))?.project.settings.stores ?? defaultStoreSettings;
}

/**
 * Reads references as a renderer's snapshot has them; what may not be read is among the results, with the reason. The
 * values are masked from then on.
 */
export async function fetchFor(
  references: readonly SecretReference[],
  { project: { snapshot, root } }: Renderer,
  settings: StoreSettings,
  { environment, isOwn, narrowed, idToken, masker }: SecretAccess,
): Promise<FetchedSecrets> {
  const byName = new Map<string, Fetched>();
  const readable = references.filter((each) => {
    const refused = isOwn ? undefined : refusal(each, settings.allow, narrowed);
    if (refused !== undefined) byName.set(each.name, refused);
    return refused === undefined;
  });
  const found = await fetchSecrets(readable, {
    environment,
    settings,
    isOwn,
    root,
    async readFile(path) {
      const file = snapshot.file(path);
      if (file === undefined) return undefined;
      await snapshot.load([file]);
      return snapshot.read(file);
    },
    idToken,
    conceal(text) {
      masker?.addEncoded([text]);
    },
    signal: AbortSignal.timeout(TIME_LIMIT),
  });
  for (const [name, fetched] of found.byName) {
    const scalars = 'value' in fetched ? scalarsOf(fetched.value) : [];
    const isShort =
      masker !== undefined && !settings.allowShort && scalars.some((each) => each.trim().length < SHORTEST);
    byName.set(name, isShort ? tooShort(name) : fetched);
    masker?.addEncoded(scalars);
  }
  return { byName, failures: found.failures };
}

function tooShort(name: string): Fetched {
  return {
    why: `The secret ${name}, or a value in it, has fewer than ${SHORTEST} characters, so it cannot be masked reliably.`,
    hint: 'Name the one value that is needed (#key), use a longer one, or set in .komposconfig.yaml: stores: {allow_short: true}.',
  };
}

/** Why stores could not be read at all, each once, with the leaves that need them. */
function sharedProblems(failures: FetchedSecrets['failures'], users: readonly SecretUser[]): readonly Problem[] {
  return failures.map(({ references, failure }) => {
    const names = new Set(references.map(({ name }) => name));
    const own = users.filter((user) => user.references.some(({ name }) => names.has(name)));
    const [first] = references;
    const others = references.length > 1 ? ` and ${references.length - 1} more` : '';
    return {
      ...problem('secrets', `${failure.message} Needed for ${first?.name ?? ''}${others}.`, { hint: failure.hint }),
      leaves: own.map(({ leaf }) => leaf.path),
    };
  });
}

function hiddenValues(byName: FetchedSecrets['byName']): ReadonlyMap<string, string> {
  const hidden = new Map<string, string>();
  for (const [name, fetched] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const value of 'value' in fetched ? scalarsOf(fetched.value) : []) {
      if (!hidden.has(value)) hidden.set(value, `(secret: ${name})`);
    }
  }
  return hidden;
}

function withoutVersion(byName: FetchedSecrets['byName']): readonly string[] {
  return [...byName].flatMap(([name, fetched]) => ('value' in fetched && fetched.version === undefined ? [name] : []));
}
