import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { writeFiles } from '../../loopback/file-tree.ts';
import { startStateServer, type StateServer } from '../../loopback/state-server.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { findTerraform, runTerraform } from '../../loopback/terraform.ts';

afterAll(removeTemporaryDirectories);

let server: StateServer;
beforeEach(async () => {
  server = await startStateServer();
});
afterEach(() => server.close());

test('states are kept by path', async () => {
  const url = `${server.url}/dev/vpc`;
  expect((await fetch(url)).status).toBe(404);
  expect((await fetch(url, { method: 'POST', body: '{"serial":1}' })).status).toBe(200);
  expect(server.state('/dev/vpc')).toEqual({ serial: 1 });
  expect(server.paths()).toEqual(['/dev/vpc']);
  expect((await fetch(url, { method: 'DELETE' })).status).toBe(200);
  expect(server.state('/dev/vpc')).toBeUndefined();
  expect(server.requests.map(({ method, status }) => `${method} ${status}`)).toEqual([
    'GET 404',
    'POST 200',
    'DELETE 200',
  ]);
});

test('locks are taken by LOCK and by POST to a path of their own', async () => {
  const lock = (method: string, path: string, ID: string) =>
    fetch(`${server.url}${path}`, { method, body: JSON.stringify({ ID, Who: 'ada' }) });
  expect((await lock('LOCK', '/a', '1')).status).toBe(200);
  const refused = await lock('POST', '/a/lock', '2');
  expect(refused.status).toBe(423);
  expect(await refused.json()).toMatchObject({ ID: '1', Who: 'ada' });
  expect((await fetch(`${server.url}/a`, { method: 'POST', body: '{}' })).status).toBe(423);
  expect((await fetch(`${server.url}/a?ID=1`, { method: 'POST', body: '{}' })).status).toBe(200);
  expect((await lock('UNLOCK', '/a', '2')).status).toBe(409);
  expect((await lock('DELETE', '/a/lock', '1')).status).toBe(200);
  expect(server.holder('/a')).toBeUndefined();
});

const terraform = findTerraform();
if (terraform === undefined) console.warn('terraform is not on PATH: the tests with real Terraform are skipped.');

(terraform === undefined ? describe.skip : describe)('with Terraform', () => {
  test('an apply writes its state; a held lock keeps the next run out and names the holder', async () => {
    const directory = temporaryDirectory('root-module');
    const backend = Object.entries(server.backend('/dev/vpc')).map(([key, value]) => `    ${key} = "${value}"\n`);
    writeFiles(directory, {
      'main.tf': `terraform {\n  backend "http" {\n${backend.join('')}  }\n}\nresource "terraform_data" "a" { input = 1 }\n`,
    });
    expect(await runTerraform(directory, ['init', '-no-color'])).toMatchObject({ code: 0 });
    expect(await runTerraform(directory, ['apply', '-auto-approve', '-no-color'])).toMatchObject({ code: 0 });
    expect(server.state('/dev/vpc')).toMatchObject({ resources: [{ type: 'terraform_data', name: 'a' }] });
    expect(server.holder('/dev/vpc')).toBeUndefined();

    const release = server.hold('/dev/vpc', { ID: 'held-by-grace' });
    const refused = await runTerraform(directory, ['plan', '-no-color']);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('Error acquiring the state lock');
    // Of the holder's JSON this backend prints the ID only; the "Lock Info" below it is Terraform's own attempt.
    expect(refused.stderr).toContain('already locked: ID=held-by-grace');
    release();
    expect(await runTerraform(directory, ['plan', '-no-color', '-detailed-exitcode'])).toMatchObject({ code: 0 });
  });
});
