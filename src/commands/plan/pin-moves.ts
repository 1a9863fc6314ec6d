/** Pins in short: which module moves from what to what. */
import type { Reason } from '../../changes/changed-leaf.ts';
import { movedKeys } from '../../markdown/reason-words.ts';
import { versionOf } from '../../rendering/movable-pin.ts';
import type { LeafReport } from './report.ts';

/** One move of one value; several modules share it when they are pinned by the same keys. */
export interface PinMove {
  /** `vpc`; for anything but a module its address, such as `backend.s3.key`. */
  readonly labels: readonly string[];
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

type PinReason = Extract<Reason, { kind: 'pin' }>;

/** The leaf's pin reasons. */
export function pinReasons(leaf: LeafReport): readonly PinReason[] {
  return leaf.reasons.filter((reason) => reason.kind === 'pin');
}

/**
 * What moves in the leaf's pins: only the differing part, such as `v1.5.0` → `v2.0.0`, taken from the keys that give
 * it. A new leaf has no values before.
 */
export function pinMoves(leaf: LeafReport): readonly PinMove[] {
  if (leaf.kind === 'removed' || leaf.kind === 'moved') return [];
  if (leaf.kind === 'added') {
    return grouped(
      leaf.pins
        .filter((pin) => pin.address.startsWith('module.'))
        .map((pin) => ({
          label: labelOf(pin.address),
          before: undefined,
          after: versionOf(pin.value) ?? pin.keys.at(-1)?.value ?? pin.value,
        })),
    );
  }
  return grouped(
    pinReasons(leaf).flatMap((reason) => {
      const label = labelOf(reason.address);
      const moved = movedKeys(reason);
      if (moved.length > 0) return moved.map(({ before, after }) => ({ label, before, after }));
      return [{ label, ...differingPart(reason.before, reason.after) }];
    }),
  );
}

/**
 * `module.vpc.source` → `vpc`, `module.net.module.vpc.source` → `net.vpc`, `terraform.required_providers.aws.version` →
 * `aws`, else without `terraform.`.
 */
function labelOf(address: string): string {
  const [, calls = '', rest = address] = /^((?:module\.[^.]+\.)*)(.*)$/u.exec(address) ?? [];
  const names = calls.split('.').filter((_, index) => index % 2 === 1);
  if (names.length > 0 && /^(?:source|version)$/u.test(rest)) return names.join('.');
  const provider = /^terraform\.required_providers\.(.+?)(?:\.version)?$/u.exec(rest)?.[1];
  return [...names, provider ?? rest.replace(/^terraform\./u, '')].join('.');
}

function differingPart(before: string | undefined, after: string | undefined): Omit<PinMove, 'labels'> {
  if (before !== undefined && after !== undefined) {
    const [old, young] = [versionOf(before), versionOf(after)];
    if (old !== undefined && young !== undefined && before.replace(old, '') === after.replace(young, '')) {
      return { before: old, after: young };
    }
  }
  return { before, after };
}

function grouped(
  moves: readonly { label: string; before?: string | undefined; after?: string | undefined }[],
): readonly PinMove[] {
  const groups = new Map<string, { labels: Set<string>; move: Omit<PinMove, 'labels'> }>();
  for (const { label, before, after } of moves) {
    const key = JSON.stringify([before ?? null, after ?? null]);
    const group = groups.get(key) ?? { labels: new Set(), move: { before, after } };
    group.labels.add(label);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ labels, move }) => ({ labels: [...labels], ...move }));
}
