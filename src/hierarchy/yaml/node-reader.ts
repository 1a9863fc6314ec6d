/** Turns the nodes of a YAML document into values: tags, keys, merge keys, anchors and aliases. */
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, Pair, ParsedNode, Scalar as ScalarNode, YAMLMap, YAMLSeq } from 'yaml';
import { formatPlace, type Problem } from '../../base/problems.ts';
import { MAX_WEIGHT, measure } from '../measure.ts';
import { resolvePlain, resolveTagged, type Resolved } from './scalar.ts';
import type { SourceText } from './source-text.ts';
import { listValue, mapValue, MAX_DEPTH, noEntries, scalarValue } from '../value.ts';
import type { ListValue, MapValue, Value } from '../value.ts';

const MAP_TAG = 'tag:yaml.org,2002:map';
const LIST_TAG = 'tag:yaml.org,2002:seq';
const STANDARD_TAGS = 'str, int, float, bool, null, map and seq';

type MapNode = YAMLMap;
type ListNode = YAMLSeq;
/** The value of an anchor: open while its own node is still being read, failed when that had a problem. */
type Anchor =
  { readonly kind: 'read'; readonly value: Value } | { readonly kind: 'open' } | { readonly kind: 'failed' };

/** Reads the nodes of one document in the order they are written; what is wrong is collected in `problems`. */
export class NodeReader {
  readonly problems: Problem[] = [];
  readonly #source: SourceText;
  readonly #anchors = new Map<string, Anchor>();
  #depth = 0;
  #aliased = 0;

  constructor(source: SourceText) {
    this.#source = source;
  }

  /** The value of a node; undefined when it, or all that could stand for it, has a problem. */
  read(node: ParsedNode): Value | undefined {
    return this.#readNode(node);
  }

  #readNode(node: unknown): Value | undefined {
    if (isAlias(node)) return this.#readAlias(node);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
    const anchor = node.anchor;
    if (anchor === undefined) return this.#readContent(node);
    if (this.#anchors.has(anchor)) this.#report(node, `The anchor "&${anchor}" is defined twice in this file.`);
    this.#anchors.set(anchor, { kind: 'open' });
    const value = this.#readContent(node);
    this.#anchors.set(anchor, value === undefined ? { kind: 'failed' } : { kind: 'read', value });
    return value;
  }

  #readContent(node: ScalarNode | MapNode | ListNode): Value | undefined {
    if (isScalar(node)) return this.#readScalar(node);
    this.#depth += 1;
    const value = isMap(node) ? this.#readMap(node) : this.#readList(node);
    this.#depth -= 1;
    return value;
  }

  /** An alias is a copy: values never change, so the copy is the same object. */
  #readAlias(node: Alias): Value | undefined {
    const anchor = this.#anchors.get(node.source);
    if (anchor === undefined) return this.#refuse(node, `The alias "*${node.source}" has no anchor before it.`);
    if (anchor.kind === 'open') return this.#refuse(node, `The alias "*${node.source}" stands inside its own anchor.`);
    if (anchor.kind === 'failed') return undefined;
    const { weight, depth } = measure(anchor.value);
    if (this.#depth + depth > MAX_DEPTH)
      return this.#refuse(node, `With this alias the file nests deeper than ${MAX_DEPTH} levels.`);
    // A few lines of aliases to aliases can stand for billions of values.
    if (this.#aliased <= MAX_WEIGHT && this.#aliased + weight > MAX_WEIGHT) {
      this.#report(node, 'The aliases up to here stand for more than 10 MiB of configuration.');
    }
    this.#aliased += weight;
    return anchor.value;
  }

  #readScalar(node: ScalarNode): Value | undefined {
    const text = node.source ?? '';
    const resolved = this.#resolveScalar(node, text);
    if (resolved === undefined) return undefined;
    if ('error' in resolved) return this.#refuse(node, resolved.error, 'Quote it if it is meant as text.');
    return scalarValue(resolved.value, text, this.#origin(node));
  }

  #resolveScalar(node: ScalarNode, text: string): Resolved | undefined {
    // PyYAML resolves `! x` like a plain scalar, whatever its style.
    if (node.tag === '!' || (node.tag === undefined && node.type === 'PLAIN')) return resolvePlain(text);
    if (node.tag === undefined) return { value: text };
    const resolved = resolveTagged(node.tag, text);
    if (resolved === undefined) this.#reportTag(node, node.tag);
    return resolved;
  }

  #readList(node: ListNode): ListValue | undefined {
    if (!this.#hasTag(node, LIST_TAG)) return undefined;
    const children = node.items.map((item) => this.#readNode(item)).filter((child) => child !== undefined);
    return listValue(children, this.#origin(node));
  }

  #readMap(node: MapNode): MapValue | undefined {
    if (!this.#hasTag(node, MAP_TAG)) return undefined;
    const own = noEntries();
    const merged: MapValue[] = [];
    const firstKeys = new Map<string, unknown>();
    for (const pair of node.items) {
      if (isMergeKey(pair.key)) {
        merged.push(...this.#readMerged(pair));
        continue;
      }
      const key = this.#readKey(pair.key);
      const first = key === undefined ? undefined : firstKeys.get(key);
      if (key !== undefined && first !== undefined) this.#reportDuplicate(key, pair.key, first);
      if (key !== undefined && first === undefined) firstKeys.set(key, pair.key);
      const value = this.#readValueOf(pair);
      if (key !== undefined && value !== undefined) own[key] = value;
    }
    if (merged.length === 0) return mapValue(own, this.#origin(node));
    const children = noEntries();
    for (const each of merged) Object.assign(children, each.children);
    return mapValue(Object.assign(children, own), this.#origin(node));
  }

  /** Keys stay as written: `no`, `1.10` and `2020-01-02` are texts. */
  #readKey(node: unknown): string | undefined {
    if (isAlias(node)) {
      const value = this.#readAlias(node);
      if (value === undefined || value.kind === 'scalar') return value?.spelling;
    } else if (isScalar(node)) {
      // Without a tag or anchor nobody asks what it means: even `.inf` is fine as a key.
      if (node.anchor === undefined && node.tag === undefined) return node.source ?? '';
      const value = this.#readNode(node);
      return value?.kind === 'scalar' ? value.spelling : undefined;
    }
    const hint = isMap(node) && node.flow === true ? 'A placeholder must be quoted: "{{key}}".' : undefined;
    this.#report(node, 'A key must be a text, not a map or list.', hint);
    return undefined;
  }

  /** The maps behind a `<<`, in the order in which later ones win: the first of a list is the strongest. */
  #readMerged(pair: Pair): readonly MapValue[] {
    const value = this.#readValueOf(pair);
    if (value === undefined) return [];
    if (value.kind === 'map') return [value];
    const maps = value.kind === 'list' ? value.children.filter((child) => child.kind === 'map') : [];
    if (value.kind === 'list' && maps.length === value.children.length) return maps.reverse();
    this.#report(pair.value ?? pair.key, 'A merge key "<<" takes a map or a list of maps.');
    return [];
  }

  /** A key alone, as in `{a, b}`, has no node for its value. */
  #readValueOf(pair: Pair): Value | undefined {
    return pair.value === null ? scalarValue(null, '', this.#origin(pair.key)) : this.#readNode(pair.value);
  }

  #hasTag(node: MapNode | ListNode, expected: string): boolean {
    if (node.tag === undefined || node.tag === '!' || node.tag === expected) return true;
    this.#reportTag(node, node.tag);
    return false;
  }

  #reportTag(node: ScalarNode | MapNode | ListNode, tag: string): void {
    const name = tag.replace(/^tag:yaml\.org,2002:/u, '!!');
    const kind = isScalar(node) ? 'scalar' : isMap(node) ? 'map' : 'list';
    this.#report(node, `The tag "${name}" is not supported on a ${kind}.`, `Known tags: ${STANDARD_TAGS}.`);
  }

  #reportDuplicate(key: string, node: unknown, first: unknown): void {
    const where = formatPlace(this.#origin(first));
    this.#report(node, `The key "${key}" is written twice in one map.`, `The first one is at ${where}.`);
  }

  #report(node: unknown, message: string, hint?: string): void {
    this.problems.push(this.#source.problem(offsetOf(node), message, hint));
  }

  /** Reports, and stands for the value that there is none of. */
  #refuse(node: unknown, message: string, hint?: string): Value | undefined {
    this.#report(node, message, hint);
    return undefined;
  }

  #origin(node: unknown): ReturnType<SourceText['origin']> {
    return this.#source.origin(offsetOf(node));
  }
}

/** Only a plain `<<` merges: quoted or tagged as text it is a key like any other. */
function isMergeKey(node: unknown): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.source === '<<' && (node.tag ?? '!') === '!';
}

function offsetOf(node: unknown): number {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node.range?.[0] ?? 0) : 0;
}
