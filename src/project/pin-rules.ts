/** `terraform.pins.require`: which pins a leaf may have. */
import { leafGlob } from './selection.ts';
import type { PinRequirement, PinRule } from './settings.ts';

/** The requirement of the last rule that matches a leaf's path; `any` without one. */
export function openPinRules(rules: readonly PinRule[]): (leaf: string) => PinRequirement {
  const tests = rules.map(({ leaves, require }) => ({ matches: leafGlob(leaves), require }));
  return (leaf) => tests.findLast(({ matches }) => matches(leaf))?.require ?? 'any';
}
