/** The comments as files, to be read as a reviewer reads them. `npm run golden` writes them. */
import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { renderComment } from '../../../src/commands/plan/comment/comment.ts';
import { SCENARIOS } from './scenarios.ts';

const folder = new URL('../../golden/report/', import.meta.url);

test.each(Object.keys(SCENARIOS))('%s', (name) => {
  const scenario = SCENARIOS[name];
  if (scenario === undefined) throw new Error(name);
  const parts = renderComment(scenario);
  expect(parts).toHaveLength(1);
  const file = new URL(`${name}.md`, folder);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, parts.join('\n'));
  expect(parts.join('\n')).toBe(readFileSync(file, 'utf8'));
});
