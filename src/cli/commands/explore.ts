import { command } from '../command.ts';
import { texts, usageError } from '../options.ts';

const KEY = texts('--key', 'KEY', 'The key of trace.');
const KEYS = texts('--keys', 'KEY', 'The keys of compare.');

export const explore = command({
  name: 'explore',
  summary: 'Names the commands that do what trace, compare, visualize, analyze and debug of Kompos do.',
  operands: ['MODE', '[<config_path>]'],
  options: [KEY, KEYS],
  examples: [
    { line: 'explore trace config/env=dev --key vpc.cidr_block', does: 'says: kompos explain vpc.cidr_block …' },
    { line: 'explore visualize config/env=dev', does: 'says: kompos tree …' },
  ],
  request: ({ configPath = 'PATH', words: [mode = ''], get }) => {
    const [key = get(KEYS)[0] ?? 'KEY'] = get(KEY);
    const commands = new Map([
      ['trace', `kompos explain ${key} ${configPath}`],
      ['compare', `kompos compare ${configPath} ANOTHER_PATH, or kompos uses ${key} ${configPath}`],
      ['visualize', `kompos tree ${configPath}`],
      ['analyze', `kompos uses ${key} ${configPath}, or kompos list ${configPath}`],
      ['debug', `kompos validate ${configPath}`],
    ]);
    const meant = commands.get(mode);
    return { mode, hint: meant === undefined ? `Kompos has: ${[...commands.keys()].join(', ')}.` : `Use: ${meant}` };
  },
  run: ({ mode, hint }) => Promise.reject(usageError(`There is no "explore ${mode}" here.`, hint)),
});
