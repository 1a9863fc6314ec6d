/** The rules below `drift.ignore`: globs of leaves, addresses and attributes whose drift is known and wanted. Pure. */
import picomatch from 'picomatch';
import type { DriftIgnoreRule } from '../project/settings.ts';
import type { DriftedAttribute, DriftedResource } from '../terraform/drift-json.ts';

/** Drift that a rule ignores. */
export interface IgnoredDrift {
  readonly address: string;
  /** What differs; undefined where the whole resource is gone. */
  readonly attribute: DriftedAttribute | undefined;
  /** The rule's own words. */
  readonly reason: string;
}

/** What is left of a resource's drift, and what is ignored of it. */
export interface SplitDrift {
  /** Undefined where nothing is left. */
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
    .filter((rule) => rule.leaf === undefined || picomatch.isMatch(leaf, [rule.leaf, `${rule.leaf}/**`]))
    .map(({ address, attribute, reason }) => ({
      fitsAddress: address === undefined ? () => true : glob(address),
      // An attribute means everything below it.
      fitsAttribute: attribute === undefined ? undefined : glob(attribute, `${attribute}.*`, `${attribute}[*`),
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

/** Addresses and attribute paths are no file names: `*` stands for anything, and brackets stand for themselves. */
const LITERAL = {
  bash: true,
  dot: true,
  nobracket: true,
  literalBrackets: true,
  nobrace: true,
  noextglob: true,
  nonegate: true,
};

function glob(...patterns: readonly string[]): (text: string) => boolean {
  return picomatch([...patterns], LITERAL);
}
