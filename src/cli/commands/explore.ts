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
  request(call): never {
    const [mode = ''] = call.words;
    const path = call.configPath ?? 'PATH';
    const [key = call.get(KEYS)[0] ?? 'KEY'] = call.get(KEY);
    const commands = new Map([
      ['trace', `kompos explain ${key} ${path}`],
      ['compare', `kompos compare ${path} ANOTHER_PATH, or kompos uses ${key} ${path} for all leaves below it`],
      ['visualize', `kompos tree ${path}`],
      ['analyze', `kompos uses ${key} ${path}, or kompos list ${path}`],
      ['debug', `kompos validate ${path}`],
    ]);
    const meant = commands.get(mode);
    throw usageError(
      `There is no "explore ${mode}" here.`,
      meant === undefined ? `Allowed in Kompos: ${[...commands.keys()].join(', ')}.` : `Use: ${meant}`,
    );
  },
  run: () => Promise.resolve(2),
});
