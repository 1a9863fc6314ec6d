/** What a branch stood on before copies of another one's commits were put on it. */
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createRepository, type GitRepository } from '../../loopback/git-repository.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { createGit } from '../../src/git/git.ts';
import { beforeCopies, commitsSince, type LoggedCommit } from '../../src/git/replay.ts';

afterAll(removeTemporaryDirectories);

/** Newest first: each stands on the next one. */
const branch = (identities: string): readonly LoggedCommit[] =>
  Array.from(identities, (identity, index) => ({ id: identity, parents: [identities[index + 1] ?? 'fork'], identity }));

describe('beforeCopies', () => {
  test.each([
    ['cbaXY', 'cba', 'X'],
    ['caXY', 'cba', 'X'],
    ['a', 'a', 'fork'],
    ['sXY', 'cba', undefined],
    ['XcbaY', 'cba', undefined],
    ['acX', 'ca', 'X'],
    ['aaX', 'a', 'a'],
    ['aaX', 'aba', 'X'],
    ['', 'a', undefined],
  ])('a branch of %j after one of %j: %j', (commits, originals, expected) => {
    expect(beforeCopies(branch(commits), branch(originals))).toBe(expected);
  });
});

describe('commitsSince', () => {
  let repository: GitRepository;

  beforeEach(async () => {
    repository = await createRepository({ a: '1' });
    await repository.branch('side');
  });

  test('commits without a message, and with lines and blanks in it', async () => {
    const fork = await repository.id();
    const git = createGit(repository.directory, { PATH: process.env['PATH'] ?? '' });
    await repository.commit('One\n\n  two\n\nthree', { b: '1' });
    const person = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
    await repository.git(...person, 'commit', '--quiet', '--allow-empty', '--allow-empty-message', '--message', '');
    const found = await commitsSince(git, 'side', [fork], ['--no-merges']);
    const [newest, first] = found;
    expect(found).toHaveLength(2);
    expect(newest?.parents).toEqual([first?.id]);
    expect(first?.parents).toEqual([fork]);
    expect(first?.identity).toMatch(/One\n\n {2}two\n\nthree$/u);
  });

  test('none', async () => {
    const git = createGit(repository.directory, { PATH: process.env['PATH'] ?? '' });
    expect(await commitsSince(git, 'side', ['side'], [])).toEqual([]);
  });
});
