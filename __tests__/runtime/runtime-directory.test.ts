import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { removeLeftovers, writeRuntimeDirectory } from '../../src/runtime/runtime-directory.ts';
import { rendererOf } from '../support/renderers.ts';

afterAll(removeTemporaryDirectories);

const FOLDER = 'compositions/terraform/app';
const FILE = `${FOLDER}/lambda.zip`;
const BYTES = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0x00]);

function pointer(bytes: Buffer): string {
  const oid = createHash('sha256').update(bytes).digest('hex');
  return `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${bytes.length}\n`;
}

describe('a copied file', () => {
  let tree: string;

  beforeEach(() => {
    tree = temporaryDirectory('tree');
    mkdirSync(join(tree, FOLDER), { recursive: true });
  });

  /** What Terraform would find, where the commit has this text. */
  async function written(committed: string): Promise<Buffer> {
    const renderer = await rendererOf({
      'config/composition=app/app.yaml': 'name: a\n',
      [`${FOLDER}/main.tf`]: 'variable "config" {}\n',
      [FILE]: committed,
    });
    const [leaf] = renderer.leaves;
    const result = leaf === undefined ? undefined : await renderer.render(leaf);
    if (result?.ok !== true) throw new Error('the leaf renders');
    const runtimeRoot = join(tree, '.kompos-runtime');
    const directory = await writeRuntimeDirectory(result.rendering, renderer.project.snapshot, runtimeRoot, tree);
    return readFileSync(join(directory, 'lambda.zip'));
  }

  test('can be read by its owner only: a plan file beside it holds secrets', async () => {
    await written('committed');
    const leaf = join(tree, '.kompos-runtime/leaves/config/composition=app');
    expect(statSync(leaf).mode & 0o777).toBe(0o700);
  });

  test('is what the commit has, whatever is checked out', async () => {
    writeFileSync(join(tree, FILE), 'another one');
    expect(await written('committed')).toEqual(Buffer.from('committed'));
  });

  test('that is kept in Git LFS is the checked-out one, if that is what the commit names', async () => {
    writeFileSync(join(tree, FILE), BYTES);
    expect(await written(pointer(BYTES))).toEqual(BYTES);
    expect(await written(pointer(BYTES).replace('oid', 'ext-0-x sha256:00\noid'))).toEqual(BYTES);
  });

  test.each([
    ['another one', 'another one'],
    ['the pointer itself', pointer(BYTES)],
    ['nothing', undefined],
  ])('that is kept in Git LFS, with %s checked out, is an error that says what to do', async (_, onDisk) => {
    if (onDisk !== undefined) writeFileSync(join(tree, FILE), onDisk);
    await expect(written(pointer(BYTES))).rejects.toThrow(
      /^compositions\/terraform\/app\/lambda\.zip: The file is kept in Git LFS[\s\S]*"lfs: true" at actions\/checkout/u,
    );
  });

  test('that is encrypted is an error', async () => {
    await expect(written('\0GITCRYPT\0xyz')).rejects.toThrow(/is encrypted by git-crypt/u);
  });

  test('whose neighbours are not in the working tree is an error that says why', async () => {
    rmSync(join(tree, 'compositions'), { recursive: true });
    await expect(written('committed')).rejects.toThrow(
      /^The folder "compositions" is not in the working tree\.[\s\S]*without sparse-checkout/u,
    );
  });
});

test('what a killed run has left with secrets is removed, also where Terraform has copied them', () => {
  const runtimeRoot = join(temporaryDirectory('tree'), '.kompos-runtime');
  const write = (leaf: string, name: string, mode: number): string => {
    const path = join(runtimeRoot, 'leaves', leaf, FOLDER, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, '{}', { mode });
    return path;
  };
  const generated = ['provider.tf.json', 'variables.tfvars.json'];
  const copy = '.terraform/terraform.tfstate';
  const secret = [...generated.map((name) => write('a', name, 0o600)), write('a', copy, 0o644)];
  const open = [
    ...generated.map((name) => write('b', name, 0o644)),
    write('b', copy, 0o644),
    write('a', 'x.tf', 0o600),
  ];
  removeLeftovers(runtimeRoot, 'kompos.tfplan');
  expect([secret.filter((path) => existsSync(path)), open.filter((path) => !existsSync(path))]).toEqual([[], []]);
});
