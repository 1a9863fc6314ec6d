/** Finds the leaves whose state is the one that is read. Pure. */
import type { State } from '../rendering/state.ts';

/** The state of a leaf. */
export interface OwnState {
  /** Its path. */
  readonly leaf: string;
  readonly state: State;
}

export interface Owners {
  /** The leaves whose state certainly is this one: their paths. */
  certain(state: State): readonly string[];
  /** The leaves whose state may be this one, as far as both are known. */
  possible(state: State): readonly string[];
}

export function openOwners(states: readonly OwnState[]): Owners {
  const byIdentity = new Map<string, string[]>();
  for (const { leaf, state } of states) {
    if (state.identity === undefined || leadsOut(state)) continue;
    const known = byIdentity.get(state.identity);
    if (known === undefined) byIdentity.set(state.identity, [leaf]);
    else known.push(leaf);
  }
  const found = new Map<string, readonly string[]>();
  const stores = new Map<string, Store>();

  function storeOf(name: string): Store {
    const store = stores.get(name) ?? openStore(states.filter(({ state }) => state.location.store === name));
    stores.set(name, store);
    return store;
  }

  return {
    certain: ({ identity }) => (identity === undefined ? [] : (byIdentity.get(identity) ?? [])),
    possible(state) {
      const key = JSON.stringify([state.location.store, state.written]);
      const known = found.get(key) ?? storeOf(state.location.store)(state);
      found.set(key, known);
      return known;
    },
  };
}

/** What a path with `..` of a `local` backend means depends on where each leaf runs. */
function leadsOut({ type, localPath }: State): boolean {
  return type === 'local' && localPath?.split('/').includes('..') === true;
}

/** The leaves whose state may be a given one. */
type Store = (state: State) => readonly string[];

interface IndexedPart {
  readonly byValue: Map<string, Set<string>>;
  /** The leaves for which another value may mean the same. */
  readonly loose: Set<string>;
}

/**
 * Of thousands of leaves, those that share a part of the place with what is sought, the part that the fewest share: most
 * often the key.
 */
function openStore(states: readonly OwnState[]): Store {
  const parts = new Map<string, IndexedPart>();
  const locations = new Map(states.map(({ leaf, state }) => [leaf, state.location.parts]));
  const names = new Set([...locations.values()].flatMap((each) => [...each.keys()]));
  for (const name of names) {
    const indexed: IndexedPart = { byValue: new Map(), loose: new Set() };
    for (const [leaf, location] of locations) {
      const part = location.get(name);
      if (part?.value === undefined || part.isLoose) indexed.loose.add(leaf);
      else indexed.byValue.set(part.value, (indexed.byValue.get(part.value) ?? new Set()).add(leaf));
    }
    parts.set(name, indexed);
  }
  return ({ location }) => {
    const sought = [...location.parts].flatMap(([name, { value, isLoose }]) => {
      const indexed = parts.get(name);
      if (indexed === undefined || value === undefined || isLoose) return [];
      const same = indexed.byValue.get(value) ?? new Set<string>();
      return [
        {
          size: same.size + indexed.loose.size,
          has: (leaf: string) => same.has(leaf) || indexed.loose.has(leaf),
          all: [same, indexed.loose],
        },
      ];
    });
    const [fewest] = [...sought].sort((a, b) => a.size - b.size);
    const candidates = fewest === undefined ? [...locations.keys()] : fewest.all.flatMap((each) => [...each]);
    return candidates.filter((leaf) => sought.every(({ has }) => has(leaf)));
  };
}
