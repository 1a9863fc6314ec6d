/** In which order groups of leaves are applied, and with whose credentials. Pure. */
import { problem, type Problem } from '../base/problems.ts';
import type { Project } from './project.ts';
import { closestTo, leafPattern, selectedBy } from './selection.ts';
import { settingPlace } from './setting-place.ts';
import type { Settings } from './settings.ts';
import { REST } from './wave-settings.ts';

/** A wave of an apply. */
export interface Wave {
  readonly name: string;
  /** Counts from 1, in the order of the settings. */
  readonly number: number;
}

/** The waves of the settings, and last the one of the leaves that none of them has. */
export function openWaves({ waves }: Pick<Settings, 'waves'>): {
  readonly all: readonly Wave[];
  /** The wave of a leaf, by its path. */
  readonly of: (leaf: string) => Wave;
} {
  const rest = { name: REST, number: waves.length + 1 };
  const tests = waves.map(({ name, leaves }, index) => ({
    wave: { name, number: index + 1 },
    has: selectedBy(leaves.map(leafPattern)),
  }));
  return {
    all: [...tests.map(({ wave }) => wave), rest],
    of: (leaf) => tests.find(({ has }) => has(leaf))?.wave ?? rest,
  };
}

/** The GitHub environment of a leaf, by its path; undefined for none. */
export function openEnvironments({
  environments,
}: Pick<Settings, 'environments'>): (leaf: string) => string | undefined {
  const tests = [...environments].map(([glob, name]) => ({ name, matches: leafPattern(glob).matches }));
  return (leaf) => tests.find(({ matches }) => matches(leaf))?.name;
}

/** Globs of both settings that match no leaf, and waves whose leaves are all in earlier ones. */
export function unmatchedWaves(project: Project, paths: readonly string[]): readonly Problem[] {
  const { waves, environments } = project.settings;
  const { of } = openWaves(project.settings);
  const used = new Set(paths.map((path) => of(path).number));
  const globs = [
    ...waves.flatMap(({ name, leaves }) => leaves.map((glob) => [`waves.${name}`, glob] as const)),
    ...[...environments.keys()].map((glob) => ['environments', glob] as const),
  ];
  const unmatched = globs.flatMap(([setting, glob]) => {
    const { matches, text } = leafPattern(glob);
    if (paths.some(matches)) return [];
    const message = `Setting "${setting}": "${glob}" matches no leaf.`;
    return [problem('settings', message, { place: settingPlace(project, glob), hint: closestTo(text, paths) })];
  });
  if (unmatched.length > 0) return unmatched;
  return waves.flatMap(({ name, leaves }, index) => {
    if (used.has(index + 1)) return [];
    const message = `Setting "waves": "${name}" has no leaves, because all that it matches are in earlier waves.`;
    const hint = 'The first wave that matches a leaf has it: put the narrower globs first.';
    return [problem('settings', message, { place: settingPlace(project, leaves[0] ?? name), hint })];
  });
}
