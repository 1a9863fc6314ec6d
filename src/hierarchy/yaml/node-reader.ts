/** Converts the nodes of a YAML document into values: tags, keys, merge keys, anchors and aliases. */
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, Pair, ParsedNode, Scalar as ScalarNode, YAMLMap, YAMLSeq } from 'yaml';
import { formatPlace, problem, type Problem } from '../../base/problems.ts';
import { MAX_WEIGHT, measure } from '../measure.ts';
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

/** Reads the nodes of one document in source order; errors are collected in `problems`. */
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
    if (this.#anchors.has(anchor)) this.#report(node, `The anchor "&${anchor}" is defined twice in this file.`);
    this.#anchors.set(anchor, { kind: 'open' });
    const value = this.#readContent(node);
    this.#anchors.set(anchor, value === undefined ? { kind: 'failed' } : { kind: 'read', value });
    return value;
  }

  #readContent(node: ScalarNode | MapNode | ListNode): Value | undefined {
    if (this.#lists > 0 && isMergeTag(node.tag)) {
      const message = `The tag "${node.tag ?? ''}" has no effect inside a list: the items of two layers are not merged.`;
      return this.#refuse(node, message, 'Put it before the list, or remove it.');
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
    if (anchor === undefined) return this.#refuse(node, `The alias "*${node.source}" has no anchor before it.`);
    if (anchor.kind === 'open') return this.#refuse(node, `The alias "*${node.source}" is inside its own anchor.`);
    if (anchor.kind === 'failed') return undefined;
    const { weight, depth } = measure(anchor.value);
    if (this.#depth + depth > MAX_DEPTH)
      return this.#refuse(node, `This alias makes the file nest deeper than ${MAX_DEPTH} levels.`);
    // A few lines of aliases to aliases can expand to billions of values.
    if (this.#aliased <= MAX_WEIGHT && this.#aliased + weight > MAX_WEIGHT) {
      this.#report(node, 'The aliases up to here expand to more than 10 MiB of configuration.');
    }
    this.#aliased += weight;
    return anchor.value;
  }

  #readScalar(node: ScalarNode): Value | undefined {
    const text = this.#textOf(node);
    const resolved = this.#resolveScalar(node, text);
    if (resolved === undefined) return undefined;
    if ('error' in resolved) return this.#refuse(node, resolved.error, 'Quote it if it is meant as a string.');
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
  #readRemoval(node: ScalarNode | ListNode): ScalarValue | undefined {
    if (isScalar(node) && (node.source ?? '') !== '') {
      this.#report(
        node,
        'The tag "!remove" takes nothing, or a list of items.',
        'Write "key: !remove" to remove a key.',
      );
      return undefined;
    }
    const origin = this.#origin(node);
    const message = 'There is nothing in the layers above that "!remove" could remove.';
    const items = isScalar(node) ? 'key' : this.#readItems(node);
    return { ...brokenValue(problem('merge', message, { place: origin }), origin), removes: items };
  }

  #resolveScalar(node: ScalarNode, text: string): Resolved | undefined {
    // PyYAML resolves `! x` like a plain scalar, regardless of its style.
    if (node.tag === '!' || (node.tag === undefined && node.type === 'PLAIN')) return resolvePlain(text);
    if (node.tag === undefined) return { value: text };
    const resolved = resolveTagged(node.tag, text);
    if (resolved === undefined) this.#reportTag(node, node.tag);
    return resolved;
  }

  #readList(node: ListNode): ListValue | undefined {
    const merge = LIST_MERGES.find((mode) => node.tag === `!${mode}`);
    if (merge === undefined && !this.#hasTag(node, LIST_TAG)) return undefined;
    const list = listValue(this.#readItems(node), this.#origin(node));
    return merge === undefined ? list : { ...list, merge };
  }

  #readItems(node: ListNode): readonly Value[] {
    this.#lists += 1;
    const items = node.items.flatMap((item) => this.#readNode(item) ?? []);
    this.#lists -= 1;
    return items;
  }

  #readMap(node: MapNode): MapValue | undefined {
    const merge = node.tag === '!override' ? 'override' : undefined;
    if (merge === undefined && !this.#hasTag(node, MAP_TAG)) return undefined;
    const own = createEntries();
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
    let children = own;
    if (merged.length > 0) {
      children = createEntries();
      for (const each of merged) Object.assign(children, each.children);
      Object.assign(children, own);
    }
    const map = mapValue(children, this.#origin(node));
    return merge === undefined ? map : { ...map, merge };
  }

  /** Keys stay as written: `no`, `1.10` and `2020-01-02` are strings. */
  #readKey(node: unknown): string | undefined {
    if (isAlias(node)) {
      const value = this.#readAlias(node);
      if (value === undefined || value.kind === 'scalar') return value?.spelling;
    } else if (isScalar(node)) {
      // Without a tag or anchor it is not resolved: even `.inf` is a valid key.
      if (node.anchor === undefined && node.tag === undefined) return this.#visible(node, node.source ?? '');
      const value = this.#readNode(node);
      return value?.kind === 'scalar' ? value.spelling : undefined;
    }
    const hint = isMap(node) && node.flow === true ? 'A placeholder must be quoted: "{{key}}".' : undefined;
    this.#report(node, 'A key must be a string, not a map or list.', hint);
    return undefined;
  }

  /** A key with blanks around it that nobody sees is none of the keys that it looks like. */
  #visible(node: ScalarNode, key: string): string {
    const hidden =
      /^[\u00A0\u00AD\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uFEFF]|[\u00A0\u00AD\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uFEFF]$/u.exec(
        key,
      )?.[0];
    if (hidden === undefined || node.type !== 'PLAIN') return key;
    const code = hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    this.#report(
      node,
      `The key begins or ends with the character U+${code}, which looks like nothing or a blank.`,
      'Delete it, or write a blank instead.',
    );
    return key;
  }

  /** The maps behind a `<<`, in order of increasing precedence: the first of a list wins. */
  #readMerged(pair: Pair): readonly MapValue[] {
    const value = this.#readValueOf(pair);
    if (value === undefined) return [];
    if (value.kind === 'map') return [value];
    const maps = value.kind === 'list' ? value.children.filter((child) => child.kind === 'map') : [];
    if (value.kind === 'list' && maps.length === value.children.length) return maps.reverse();
    this.#report(pair.value ?? pair.key, 'The value of a merge key "<<" must be a map or a list of maps.');
    return [];
  }

  /** A key without a value, as in `{a, b}`, has no value node. */
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
    this.#report(
      node,
      `The tag "${name}" is not supported on a ${kind}.`,
      `Known tags: ${STANDARD_TAGS}; for merging: ${MERGE_TAGS}.`,
    );
  }

  #reportDuplicate(key: string, node: unknown, first: unknown): void {
    const where = formatPlace(this.#origin(first));
    this.#report(node, `The key "${key}" is defined twice in the same map.`, `The first one is at ${where}.`);
  }

  #report(node: unknown, message: string, hint?: string): void {
    this.problems.push(this.#source.problem(offsetOf(node), message, hint));
  }

  /** Reports a problem and returns no value. */
  #refuse(node: unknown, message: string, hint?: string): Value | undefined {
    this.#report(node, message, hint);
    return undefined;
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

function offsetOf(node: unknown): number {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node.range?.[0] ?? 0) : 0;
}
