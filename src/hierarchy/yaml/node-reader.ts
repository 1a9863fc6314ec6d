/** Converts the nodes of a YAML document into values: tags, keys, merge keys, anchors and aliases. */
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, Pair, ParsedNode, Scalar as ScalarNode, YAMLMap, YAMLSeq } from 'yaml';
import { problem, type Problem } from '../../base/problems.ts';
import { MAX_WEIGHT, measure } from '../measure.ts';
import { flawsIn } from './flaws.ts';
import { resolvePlain, resolveTagged, type Resolved } from './scalar.ts';
import type { SourceText } from './source-text.ts';
import { brokenValue, createEntries, LIST_MERGES, listValue, mapValue, MAX_DEPTH, scalarValue } from '../value.ts';
import type { ListValue, MapValue, ScalarValue, Value } from '../value.ts';

const MAP_TAG = 'tag:yaml.org,2002:map';
const LIST_TAG = 'tag:yaml.org,2002:seq';
const STANDARD_TAGS = 'str, int, float, bool, null, map and seq';
const MERGE_TAGS = '!append, !append_unique, !override, !prepend and !remove';

type MapNode = YAMLMap;
type ListNode = YAMLSeq;
/** The state of an anchor: open while its node is being read, failed if the node had a problem. */
type Anchor =
  { readonly kind: 'read'; readonly value: Value } | { readonly kind: 'open' } | { readonly kind: 'failed' };

/**
 * Reads the nodes of one document in source order. What is wrong with a single value is kept in the value, an error only
 * for a leaf that needs it; `problems` has what makes the whole file unreadable.
 */
export class NodeReader {
  readonly problems: Problem[] = [];
  readonly #source: SourceText;
  readonly #anchors = new Map<string, Anchor>();
  #depth = 0;
  /** How many lists are around what is read. */
  #lists = 0;
  #aliased = 0;
  #sops: Problem | undefined;

  constructor(source: SourceText) {
    this.#source = source;
  }

  /** Whether the file has values that SOPS encrypted. */
  get isEncrypted(): boolean {
    return this.#sops !== undefined;
  }

  /** The value of a node; undefined if it cannot be read at all, which is then reported. */
  read(node: ParsedNode): Value | undefined {
    return this.#readNode(node);
  }

  #readNode(node: unknown): Value | undefined {
    if (isAlias(node)) return this.#readAlias(node);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
    const anchor = node.anchor;
    if (anchor === undefined) return this.#readContent(node);
    const isSecond = this.#anchors.has(anchor);
    this.#anchors.set(anchor, { kind: 'open' });
    const content = this.#readContent(node);
    const value = isSecond ? this.#broken(node, `The anchor "&${anchor}" is defined twice in this file.`) : content;
    this.#anchors.set(anchor, value === undefined ? { kind: 'failed' } : { kind: 'read', value });
    return value;
  }

  #readContent(node: ScalarNode | MapNode | ListNode): Value | undefined {
    if (this.#lists > 0 && isMergeTag(node.tag)) {
      const message = `The tag "${node.tag ?? ''}" has no effect inside a list: the items of two layers are not merged.`;
      return this.#broken(node, message, 'Put it before the list, or remove it.');
    }
    if (node.tag === '!remove' && !isMap(node)) return this.#readRemoval(node);
    if (isScalar(node)) return this.#readScalar(node);
    this.#depth += 1;
    const value = isMap(node) ? this.#readMap(node) : this.#readList(node);
    this.#depth -= 1;
    return value;
  }

  /** An alias is a copy: values are immutable, so the same object is returned. */
  #readAlias(node: Alias): Value | undefined {
    const anchor = this.#anchors.get(node.source);
    if (anchor === undefined) return this.#broken(node, `The alias "*${node.source}" has no anchor before it.`);
    if (anchor.kind === 'open') return this.#broken(node, `The alias "*${node.source}" is inside its own anchor.`);
    if (anchor.kind === 'failed') return undefined;
    const { weight, depth } = measure(anchor.value);
    if (this.#depth + depth > MAX_DEPTH) {
      this.#report(node, `This alias makes the file nest deeper than ${MAX_DEPTH} levels.`);
      return undefined;
    }
    // A few lines of aliases to aliases can expand to billions of values.
    if (this.#aliased <= MAX_WEIGHT && this.#aliased + weight > MAX_WEIGHT) {
      this.#report(node, 'The aliases up to here expand to more than 10 MiB of configuration.');
    }
    this.#aliased += weight;
    return anchor.value;
  }

  #readScalar(node: ScalarNode): ScalarValue {
    const text = this.#textOf(node);
    const resolved = this.#resolveScalar(node, text);
    if (resolved === undefined) return this.#unknownTag(node, node.tag ?? '');
    if ('error' in resolved) return this.#broken(node, resolved.error, 'Quote it if it is meant as a string.');
    if (resolved.value === text && text.startsWith('ENC[AES256_GCM,')) return this.#encrypted(node, text);
    const scalar = scalarValue(resolved.value, text, this.#origin(node));
    return scalar.templated ? { ...scalar, marks: this.#marks(node, text) } : scalar;
  }

  /** All values of a file that SOPS encrypted have the same problem, so that it is reported once. */
  #encrypted(node: ScalarNode, text: string): ScalarValue {
    this.#sops ??= problem('layer', 'The file is encrypted with SOPS, which is not decrypted here.', {
      place: this.#origin(node),
      hint: 'Read the secret in Terraform, or pass it as an environment variable with {{env(NAME)}}.',
    });
    return { ...brokenValue(this.#sops, this.#origin(node)), value: text, spelling: text, isSealed: true };
  }

  /** Where each `{{` of a text over several lines is written; undefined if that is not certain. */
  #marks(node: ScalarNode, text: string): ScalarValue['marks'] {
    const [start = 0, end = 0] = node.range ?? [];
    const offsets = [...this.#source.text.slice(start, end).matchAll(/\{\{/gu)].map(({ index }) => start + index);
    const { line } = this.#origin(node);
    const places = offsets.map((offset) => this.#source.origin(offset));
    if (places.every((place) => place.line === line) || places.length !== text.split('{{').length - 1) return undefined;
    return places.map((place) => ({ line: place.line, column: place.column }));
  }

  /** PyYAML ends a block scalar without a line break where the file does. */
  #textOf(node: ScalarNode): string {
    const text = node.source ?? '';
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    const endsHere = isBlock && (node.range?.[1] ?? 0) >= this.#source.text.length;
    return endsHere && /\S[ \t]*$/u.test(this.#lastLine()) && text.endsWith('\n') ? text.slice(0, -1) : text;
  }

  #lastLine(): string {
    const { text } = this.#source;
    return text.slice(text.lastIndexOf('\n') + 1);
  }

  /** `!remove` takes a key, or items of a list, out of the layers above. */
  #readRemoval(node: ScalarNode | ListNode): ScalarValue {
    if (isScalar(node) && (node.source ?? '') !== '') {
      const message = 'The tag "!remove" takes nothing, or a list of items.';
      return this.#broken(node, message, 'Write "key: !remove" to remove a key.');
    }
    const origin = this.#origin(node);
    const message = 'There is nothing in the layers above that "!remove" could remove.';
    const items = isScalar(node) ? 'key' : this.#readItems(node);
    const [wrong] = items === 'key' ? [] : items.flatMap((item) => flawsIn(item));
    if (wrong !== undefined) return brokenValue(wrong, origin);
    return { ...brokenValue(problem('merge', message, { place: origin }), origin), removes: items };
  }

  #resolveScalar(node: ScalarNode, text: string): Resolved | undefined {
    // PyYAML resolves `! x` like a plain scalar, regardless of its style.
    if (node.tag === '!' || (node.tag === undefined && node.type === 'PLAIN')) return resolvePlain(text);
    if (node.tag === undefined) return { value: text };
    return resolveTagged(node.tag, text);
  }

  #readList(node: ListNode): ListValue | ScalarValue {
    const merge = LIST_MERGES.find((mode) => node.tag === `!${mode}`);
    const list = listValue(this.#readItems(node), this.#origin(node));
    if (merge === undefined && !hasTag(node, LIST_TAG)) return this.#unknownTag(node, node.tag ?? '');
    return merge === undefined ? list : { ...list, merge };
  }

  #readItems(node: ListNode): readonly Value[] {
    this.#lists += 1;
    const items = node.items.flatMap((item) => this.#readNode(item) ?? []);
    this.#lists -= 1;
    return items;
  }

  #readMap(node: MapNode): MapValue | ScalarValue {
    const merge = node.tag === '!override' ? 'override' : undefined;
    const own = createEntries();
    const merged: MapValue[] = [];
    const firstKeys = new Map<string, unknown>();
    for (const pair of node.items) {
      if (isMergeKey(pair.key)) {
        const maps = this.#readMerged(pair);
        if ('kind' in maps) this.#unreadable(own, '<<', maps);
        else merged.push(...maps);
        continue;
      }
      const key = this.#readKey(pair.key);
      const value = this.#readValueOf(pair);
      if (typeof key !== 'string') {
        this.#unreadable(own, this.#source.textOf(rangeOf(pair.key)), key);
        continue;
      }
      const first = firstKeys.get(key);
      if (first !== undefined) own[key] = this.#duplicate(key, pair.key, first);
      else if (value !== undefined) own[key] = value;
      if (first === undefined) firstKeys.set(key, pair.key);
    }
    if (merge === undefined && !hasTag(node, MAP_TAG)) return this.#unknownTag(node, node.tag ?? '');
    let children = own;
    if (merged.length > 0) {
      children = createEntries();
      for (const each of merged) Object.assign(children, each.children);
      Object.assign(children, own);
    }
    const map = mapValue(children, this.#origin(node));
    return merge === undefined ? map : { ...map, merge };
  }

  /**
   * An entry whose key cannot be read: wrong like a value where the map has a name, but at the top, where it may be any
   * key, of the whole file.
   */
  #unreadable(entries: Record<string, Value>, written: string, { problem: why, ...value }: ScalarValue): void {
    if (why === undefined) return;
    if (this.#depth > 1) entries[written] = { ...value, problem: why };
    else this.problems.push(why);
  }

  /** Keys stay as written: `no`, `1.10` and `2020-01-02` are strings. */
  #readKey(node: unknown): string | ScalarValue {
    if (isAlias(node) || isScalar(node)) {
      // Without a tag or anchor it is not resolved: even `.inf` is a valid key.
      const isPlain = isScalar(node) && node.anchor === undefined && node.tag === undefined;
      if (isPlain) return this.#visible(node, node.source ?? '');
      const value = this.#readNode(node);
      if (value?.kind === 'scalar') return value.problem === undefined ? value.spelling : value;
    }
    const hint = isMap(node) && node.flow === true ? 'A placeholder must be quoted: "{{key}}".' : undefined;
    return this.#broken(node, 'A key must be a string, not a map or list.', hint);
  }

  /** A key with blanks around it that nobody sees is none of the keys that it looks like. */
  #visible(node: ScalarNode, key: string): string | ScalarValue {
    const hidden =
      /^[\u00A0\u00AD\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uFEFF]|[\u00A0\u00AD\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uFEFF]$/u.exec(
        key,
      )?.[0];
    if (hidden === undefined || node.type !== 'PLAIN') return key;
    const code = hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const message = `The key begins or ends with the character U+${code}, which looks like nothing or a blank.`;
    return this.#broken(node, message, 'Delete it, or write a blank instead.');
  }

  /** The maps behind a `<<`, in order of increasing precedence: the first of a list wins. */
  #readMerged(pair: Pair): readonly MapValue[] | ScalarValue {
    const value = this.#readValueOf(pair);
    if (value === undefined) return [];
    if (value.kind === 'map') return [value];
    const maps = value.kind === 'list' ? value.children.filter((child) => child.kind === 'map') : [];
    if (value.kind === 'list' && maps.length === value.children.length) return maps.reverse();
    const parts: readonly Value[] = value.kind === 'list' ? value.children : [value];
    const wrong = parts.find((part): part is ScalarValue => part.kind === 'scalar' && part.problem !== undefined);
    return (
      wrong ?? this.#broken(pair.value ?? pair.key, 'The value of a merge key "<<" must be a map or a list of maps.')
    );
  }

  /** A key without a value, as in `{a, b}`, has no value node. */
  #readValueOf(pair: Pair): Value | undefined {
    return pair.value === null ? scalarValue(null, '', this.#origin(pair.key)) : this.#readNode(pair.value);
  }

  #unknownTag(node: ScalarNode | MapNode | ListNode, tag: string): ScalarValue {
    const name = tag.replace(/^tag:yaml\.org,2002:/u, '!!');
    const kind = isScalar(node) ? 'scalar' : isMap(node) ? 'map' : 'list';
    const hint = `Known tags: ${STANDARD_TAGS}; for merging: ${MERGE_TAGS}.`;
    return this.#broken(node, `The tag "${name}" is not supported on a ${kind}.`, hint);
  }

  #duplicate(key: string, node: unknown, first: unknown): ScalarValue {
    const { line, column } = this.#origin(first);
    const hint = `The first one is in line ${line}, column ${column}.`;
    return this.#broken(node, `The key "${key}" is defined twice in the same map.`, hint);
  }

  #report(node: unknown, message: string, hint?: string): void {
    this.problems.push(this.#source.problem(offsetOf(node), message, hint));
  }

  #broken(node: unknown, message: string, hint?: string): ScalarValue {
    const offset = offsetOf(node);
    return brokenValue(this.#source.problem(offset, message, hint), this.#source.origin(offset));
  }

  #origin(node: unknown): ReturnType<SourceText['origin']> {
    return this.#source.origin(offsetOf(node));
  }
}

/** Only a plain `<<` merges: quoted or tagged as a string, it is an ordinary key. */
function isMergeKey(node: unknown): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.source === '<<' && (node.tag ?? '!') === '!';
}

function isMergeTag(tag: string | undefined): boolean {
  return tag === '!remove' || LIST_MERGES.some((mode) => tag === `!${mode}`);
}

function hasTag({ tag }: MapNode | ListNode, expected: string): boolean {
  return tag === undefined || tag === '!' || tag === expected;
}

function offsetOf(node: unknown): number {
  return rangeOf(node)[0];
}

function rangeOf(node: unknown): readonly [start: number, end: number] {
  const [start = 0, end = start] =
    isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node.range ?? []) : [];
  return [start, end];
}
