/** How the settings `waves` and `environments` are written. Pure. */
import type { Schema } from '@cfworker/json-schema';
import { problem, type Place, type Problem } from '../base/problems.ts';

/** One entry of `waves`. */
export interface WaveSettings {
  /** Its number, if it has no name. */
  readonly name: string;
  /** Patterns of leaves. */
  readonly leaves: readonly string[];
}

/** The leaves of no wave are in a last one of this name. */
export const REST = 'rest';
/** Names that the input `wave` gives another meaning. */
const RESERVED: readonly string[] = [REST, 'list'];
const MOST_WAVES = 5;

export const wavesSchema: Schema = {
  type: 'array',
  description:
    'Groups of leaves that an apply in several jobs takes one after the other, each only if the one before is all well. Leaves of no wave go last. Default: none.',
  maxItems: MOST_WAVES,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['leaves'],
    properties: {
      name: {
        type: 'string',
        description:
          'Its name in reports: a letter, then letters, digits, `.`, `_` and `-`, at most 40. Default: its number.',
        pattern: '^[A-Za-z][A-Za-z0-9._-]{0,39}$',
      },
      leaves: {
        type: 'array',
        description: 'Patterns of leaves; "!" leaves out. The first wave that matches a leaf has it.',
        minItems: 1,
        items: { type: 'string', pattern: '\\S' },
      },
    },
  },
};

export const environmentsSchema: Schema = {
  type: 'object',
  description:
    'GitHub environments, by patterns of the leaves that are applied there; the first that matches a leaf counts. The base commit decides. Default: none.',
  additionalProperties: { type: 'string', pattern: '^\\S(.{0,253}\\S)?$' },
};

/** One entry as written; the schema has checked its types. */
export interface WrittenWave {
  readonly place: Place;
  readonly name: string | undefined;
  readonly leaves: readonly string[];
}

/** What the setting says, and what is wrong with it beyond its types. */
export function waveSettings(written: readonly WrittenWave[]): {
  readonly waves: readonly WaveSettings[];
  readonly problems: readonly Problem[];
} {
  const names = written.map(({ name }) => name);
  const problems = written.flatMap(({ name, place }, index) => {
    if (name === undefined) return [];
    if (RESERVED.includes(name)) {
      const message = `Setting "waves": no wave can have the name "${name}".`;
      return [
        problem('settings', message, { place, hint: `"${REST}" is the last wave, of the leaves that no other has.` }),
      ];
    }
    if (names.indexOf(name) === index) return [];
    const message = `Setting "waves" has two entries with the name "${name}".`;
    return [
      problem('settings', message, { place, hint: 'Give each a name of its own, or one entry all their globs.' }),
    ];
  });
  return { waves: written.map(({ name, leaves }, index) => ({ name: name ?? String(index + 1), leaves })), problems };
}
