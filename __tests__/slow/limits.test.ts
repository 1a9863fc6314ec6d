/** Terraform that does not end by itself: it is stopped, and what it holds is given back where it can be. */
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listenOnLoopback, type LoopbackServer } from '../../loopback/http-server.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';
import { createChildProcesses } from '../../src/base/child-process.ts';
import { planDirectory } from '../../src/terraform/plan.ts';
import { planOptions, rootModule } from '../terraform/root-module.ts';

let silent: LoopbackServer;
let server: Server;
beforeAll(async () => {
  server = createServer(() => undefined);
  silent = await listenOnLoopback(server);
});
afterAll(async () => {
  server.closeAllConnections();
  await silent.close();
  removeTemporaryDirectories();
});

const hanging = (): string =>
  rootModule({
    'main.tf': `data "terraform_remote_state" "r" {\n  backend = "http"\n  config  = { address = "${silent.url}/r" }\n}\n`,
  });

describe('a plan that hangs', () => {
  test('is stopped when its time is over, and says why', async () => {
    const begun = performance.now();
    const result = await planDirectory(hanging(), planOptions({}, { timeLimit: 1_500 }));
    expect(result).toMatchObject({
      ok: false,
      stage: 'plan',
      output: expect.stringMatching(
        /terraform plan was stopped: the leaf took more than 1\.5 s \(leaf-time-limit\)\.$/u,
      ),
    });
    expect(performance.now() - begun).toBeLessThan(25_000);
  }, 60_000);

  test('ends within the patience of a cancelled job', async () => {
    const processes = createChildProcesses();
    const options = planOptions();
    const stopListening = processes.passSignalsOn(undefined, { forItsOwn: 300, forItself: 600 });
    const planned = planDirectory(hanging(), { ...options, binary: { ...options.binary, processes } });
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const begun = performance.now();
    process.emit('SIGTERM', 'SIGTERM');
    const result = await planned;
    stopListening();
    expect(result.ok).toBe(false);
    expect(performance.now() - begun).toBeLessThan(5_000);
  }, 60_000);
});
