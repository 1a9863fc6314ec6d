/** The rules below `drift.ignore`: globs of leaves, addresses and attributes whose drift is known and wanted. Pure. */
import { leafGlob } from '../../project/selection.ts';
import type { DriftIgnoreRule } from '../../project/settings.ts';
import type { DriftedAttribute, DriftedResource } from '../../terraform/drift-json.ts';

/** Drift that a rule ignores. */
export interface IgnoredDrift {
  readonly address: string;
  /** What differs; undefined if the whole resource is gone. */
  readonly attribute: DriftedAttribute | undefined;
  /** The reason that the rule gives. */
  readonly reason: string;
}

/** What is left of a resource's drift, and what is ignored of it. */
export interface SplitDrift {
  /** Undefined if nothing is left. */
  readonly left: DriftedResource | undefined;
  readonly ignored: readonly IgnoredDrift[];
}

/** Splits the drift of the resources of one leaf. */
export type Splitter = (resource: DriftedResource) => SplitDrift;

/**
 * Of several rules that fit, the first one gives the reason. A rule with an attribute does not ignore that a resource is
 * gone.
 *
 * @param leaf path of the leaf whose resources are split
 */
export function ignoring(rules: readonly DriftIgnoreRule[], leaf: string): Splitter {
  const own = rules
    .filter((rule) => rule.leaf === undefined || leafGlob(rule.leaf)(leaf))
    .map(({ address, attribute, reason }) => ({
      fitsAddress: address === undefined ? () => true : below(address),
      fitsAttribute: attribute === undefined ? undefined : below(attribute),
      reason,
    }));

  return (resource) => {
    const fitting = own.filter(({ fitsAddress }) => fitsAddress(resource.address));
    const whole = fitting.find(({ fitsAttribute }) => fitsAttribute === undefined);
    if (resource.gone) {
      return whole === undefined
        ? { left: resource, ignored: [] }
        : { left: undefined, ignored: [{ address: resource.address, attribute: undefined, reason: whole.reason }] };
    }
    const ignored = resource.attributes.flatMap((attribute) => {
      const rule = fitting.find(({ fitsAttribute }) => fitsAttribute?.(attribute.path) ?? true);
      return rule === undefined ? [] : [{ address: resource.address, attribute, reason: rule.reason }];
    });
    const gone = new Set(ignored.map(({ attribute }) => attribute));
    const attributes = resource.attributes.filter((attribute) => !gone.has(attribute));
    return { left: attributes.length === 0 ? undefined : { ...resource, attributes }, ignored };
  };
}

/**
 * Addresses and attribute paths are not file names: `*` matches anything and everything else matches itself. (A glob
 * library treats the brackets, quotes and braces of `this["{a}"]` as patterns.) What is below matches too, as with
 * Terraform's `-target`: the instances of a resource, the resources of a module, the keys of a map. It is not a regular
 * expression: with several `*`, a text and glob made for it would keep one busy for hours.
 */
function below(glob: string): (text: string) => boolean {
  const [first = '', ...parts] = glob.split('*');
  const last = parts.pop();
  const endsWell = (text: string, end: number): boolean => end === text.length || /[.[]/u.test(text.charAt(end));

  return (text) => {
    if (!text.startsWith(first)) return false;
    if (last === undefined) return endsWell(text, first.length);
    let from = first.length;
    for (const part of parts) {
      const found = text.indexOf(part, from);
      if (found < 0) return false;
      from = found + part.length;
    }
    if (last === '') return true;
    for (let found = text.indexOf(last, from); found >= 0; found = text.indexOf(last, found + 1)) {
      if (endsWell(text, found + last.length)) return true;
    }
    return false;
  };
}
