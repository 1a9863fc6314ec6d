/** The reports of applies as files, to be read as somebody on call reads them. `npm run golden` writes them. */
import { expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { renderApplyComment } from '../../../src/commands/apply/comment.ts';
import { APPLY_SCENARIOS } from './scenarios.ts';

const folder = new URL('../../golden/apply/', import.meta.url);

test.each(Object.entries(APPLY_SCENARIOS))('%s', (name, scenario) => {
  const parts = renderApplyComment(scenario, scenario.head);
  expect(parts).toHaveLength(1);
  const file = new URL(`${name}.md`, folder);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, parts.join('\n'));
  }
  expect(parts.join('\n')).toBe(readFileSync(file, 'utf8'));
});
