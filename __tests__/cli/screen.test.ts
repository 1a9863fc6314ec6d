/** Lines that change below those that stay. */
import { expect, test } from '@jest/globals';
import { openScreen } from '../../src/cli/screen.ts';

function screen(terminal: { isTTY?: boolean; columns?: number; rows?: number }, kind?: string) {
  const written: string[] = [];
  return { written, ...openScreen({ ...terminal, write: (text: string) => written.push(text) }, kind) };
}

test('is no more than lines that stay where nothing can be erased', () => {
  expect(screen({}).show).toBeUndefined();
  expect(screen({ isTTY: true }, 'dumb').show).toBeUndefined();
  const { print, written } = screen({ isTTY: false });
  print('a\n');
  expect(written).toEqual(['a\n']);
});

test('shows the changing lines below the others, and nothing of them in the end', () => {
  const { print, show, written } = screen({ isTTY: true });
  show?.(['one', 'two']);
  print('stays\n');
  show?.(['three']);
  show?.([]);
  show?.([]);
  expect(written).toEqual([
    'one\ntwo\n',
    '\u001b[2A\u001b[Jstays\none\ntwo\n',
    '\u001b[2A\u001b[Jthree\n',
    '\u001b[1A\u001b[J',
  ]);
});

test('no line wraps, and no more are shown than there is room for', () => {
  const { show, written } = screen({ isTTY: true, columns: 10, rows: 6 });
  show?.(['0123456789', '漢字漢字漢字', 'c', 'd', 'e']);
  expect(written).toEqual(['0123…6789\n漢字…漢字\n    …more\n']);
});
