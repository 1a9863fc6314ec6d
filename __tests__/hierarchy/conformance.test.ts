/** The shared cases (`__tests__/conformance`): each rule of the language, and random trees answered by himl itself. */
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { openEnvironment } from '../../src/hierarchy/environment-reader.ts';
import { toCompactJson } from '../../src/hierarchy/json.ts';
import { LIST_MERGES, type ListMerge } from '../../src/hierarchy/value.ts';
import { formatProblem } from '../../src/base/problems.ts';
import { openConfigurations, type Configurations } from '../../src/project/configurations.ts';
import { describeLeaf } from '../../src/project/leaves.ts';
import { openProject } from '../../src/project/project.ts';
import { createCaches } from '../../src/rendering/renderer.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly path: string;
  readonly listMerge: ListMerge;
  readonly env: Readonly<Record<string, string>>;
  /** The expected value as written in the case file: JSON text keeps `__proto__` and all digits. */
  readonly expect: string | undefined;
  readonly error: string | undefined;
}

describe.each(['language', 'hierarchy'])('%s.jsonl', (name) => {
  test.each(readCases(name))('$name', async (each) => {
    const { value, problems } = await answer(each);
    const message = problems.map(formatProblem).join('\n');
    if (each.error !== undefined) {
      expect(message).toMatch(new RegExp(each.error, 'is'));
    } else {
      expect(message).toBe('');
      expect(sortedJson(value === undefined ? 'null' : toCompactJson(value))).toBe(sortedJson(each.expect ?? ''));
    }
  });
});

test('big integers come out with all their digits', async () => {
  const each = readCases('language').find((found) => found.name === 'scalar-big-integers-keep-all-digits');
  const { value } = await answer(each ?? neverFound());
  expect(value === undefined ? '' : toCompactJson(value)).toBe(
    '{"a":12345678901234567890,"b":"x-12345678901234567890"}',
  );
});

async function answer(each: Case): ReturnType<Configurations['resolve']> {
  const { files, path, listMerge, env } = each;
  const project = await openProject(memorySnapshot(files), '');
  return openConfigurations(project, openEnvironment(env), createCaches(), listMerge).resolve(describeLeaf(path));
}

/** Digits beyond a double's are compared by the test above; here both sides lose them alike. */
function sortedJson(text: string): string {
  const sort = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sort);
    if (typeof value !== 'object' || value === null) return value;
    return Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => ({ key, child: sort(child) }));
  };
  return JSON.stringify(sort(JSON.parse(text)));
}

function readCases(name: string): readonly Case[] {
  const text = readFileSync(new URL(`../conformance/${name}.jsonl`, import.meta.url), 'utf8');
  return text.trimEnd().split('\n').map(readCase);
}

function readCase(line: string): Case {
  const raw = new Map(Object.entries(record(JSON.parse(line))));
  const text = (key: string): string | undefined => (raw.has(key) ? String(raw.get(key)) : undefined);
  return {
    name: text('name') ?? '',
    files: texts(raw.get('files')),
    path: text('path') ?? '',
    listMerge: LIST_MERGES.find((each) => each === text('list_merge')) ?? 'append',
    env: texts(raw.get('env')),
    expect: raw.has('expect') ? JSON.stringify(raw.get('expect')) : undefined,
    error: text('error'),
  };
}

function texts(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(record(value)).map(([key, text]) => [key, String(text)]));
}

function record(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function neverFound(): never {
  throw new Error('The case is gone.');
}
