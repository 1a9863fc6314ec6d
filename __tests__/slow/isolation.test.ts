/** Code in a plan looks for the secrets of the job in the processes around it. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { temporaryDirectory } from '../../loopback/temporary-directory.ts';
import { runnerNode } from '../../loopback/runner.ts';
import { stories, TOKEN, twoLeaves, type RunOptions } from '../support/story.ts';

const KEY = 'key-7Zq4Xw9LmR2tVb8N';
const ID_TOKEN = {
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'eyJ0eXAiOiJKV1Qi.id-token-Hk3Pd6Sf1Gj8.c2ln',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://oidc.example/token?api-version=2.0&job=Wn5Yc2Bv7',
};
const RUNTIME_TOKEN = 'eyJ0eXAiOiJKV1Qi.runtime-Qa9Zx4Ws6Ed3.c2ln';
const SECRETS = [TOKEN, KEY, RUNTIME_TOKEN, ...Object.values(ID_TOKEN)];
const STEP_FILES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];

/** Reads the environment and arguments of Terraform, of its parent, and of all further ones, without any provider. */
const PRYING = `
locals {
  p0 = "self"
  p1 = try(regex("PPid:\\\\s+([0-9]+)", file("/proc/self/status"))[0], "none")
  p2 = try(regex("PPid:\\\\s+([0-9]+)", file("/proc/\${local.p1}/status"))[0], "none")
  p3 = try(regex("PPid:\\\\s+([0-9]+)", file("/proc/\${local.p2}/status"))[0], "none")
}

output "loot" {
  value = [for place in setproduct([local.p0, local.p1, local.p2, local.p3], ["environ", "cmdline", "fd/0"]) :
    "\${place[0]}/\${place[1]}=\${try(filebase64("/proc/\${place[0]}/\${place[1]}"), "")}"
  ]
}

output "plain" {
  value = [for id in [local.p0, local.p1, local.p2, local.p3] :
    try(replace(file("/proc/\${id}/environ"), "\\u0000", "|"), "")
  ]
}
`;

const begin = stories();
let loot: string;

/** Programs that write down what they see before they do what they are for. */
function spies(): string {
  const folder = temporaryDirectory('spies');
  for (const name of ['terraform', 'git']) {
    const script = `#!/bin/sh
at="${loot}/${name}.$$"
cat /proc/self/environ > "$at.own"
cat /proc/$PPID/environ /proc/$PPID/cmdline > "$at.parent"
for each in /proc/$PPID/fd/*; do [ -f "$each" ] && cat "$each" > "$at.file.\${each##*/}"; done
PATH="${process.env['PATH'] ?? ''}"
exec ${name} "$@"
`;
    writeFileSync(join(folder, name), script, { mode: 0o755 });
  }
  return folder;
}

/** What the spies wrote down: `terraform`'s or `git`'s own environment, or what they saw of kompos. */
const seen = (program: string, what: 'own' | 'parent' | 'file'): readonly string[] =>
  readdirSync(loot)
    .filter((name) => name.startsWith(`${program}.`) && name.includes(`.${what}`))
    .map((name) => readFileSync(join(loot, name), 'utf8'));

/** Every secret that a text holds, plain or encoded. */
function secretsIn(text: string): readonly string[] {
  const decoded = [...text.matchAll(/[A-Za-z0-9+/]{16,}={0,2}/gu)].map(([run]) =>
    Buffer.from(run, 'base64').toString('latin1'),
  );
  const all = [text, ...decoded].join('\n');
  return SECRETS.filter((secret) =>
    [secret, encodeURIComponent(secret), Buffer.from(secret).toString('hex'), ...base64Of(secret)].some((spelling) =>
      all.includes(spelling),
    ),
  );
}

/** Base64 of a text wherever it begins in what is encoded, without the letters that its neighbours decide. */
function base64Of(secret: string): readonly string[] {
  return [0, 1, 2].map((shift) => {
    const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret)]);
    return bytes
      .toString('base64')
      .replace(/=+$/u, '')
      .slice(shift === 0 ? 0 : 4, -1);
  });
}

async function prying(options: RunOptions = {}) {
  const story = await begin();
  const pullRequest = await story.openPullRequest(1, {
    'compositions/terraform/aws/app/loot.tf': PRYING,
    'config/env=prod/env.yaml': twoLeaves['config/env=prod/env.yaml'] ?? '',
  });
  const result = await story.plan(pullRequest, {
    ...options,
    inputs: { 'fingerprint-key': KEY, ...options.inputs },
    env: {
      PATH: `${spies()}${delimiter}${process.env['PATH'] ?? ''}`,
      ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN,
      ...ID_TOKEN,
      ...options.env,
    },
  });
  const [comment = ''] = story.comments(1);
  return { result, comment };
}

beforeEach(() => {
  loot = join(temporaryDirectory('loot'), 'loot');
  mkdirSync(loot);
});

const namesIn = (environment: string): readonly string[] =>
  environment.split('\0').map((entry) => entry.replace(/=.*$/su, ''));

// Node 20 runs the other tests where the optional package is missing.
const onRunnersNode = runnerNode() === process.execPath && !('execve' in process) ? describe.skip : describe;

onRunnersNode('on the Node of runners', () => {
  test('neither Terraform nor a program beside it finds a secret in any process, and nothing of them is reported', async () => {
    const { result, comment } = await prying();
    expect(result).toMatchObject({ code: 0, stderr: '' });
    // The attack got as far as the environment of our own process: there is just nothing in it.
    expect(comment).toContain('|KOMPOS_REPLACED_PROCESS=');
    const written = [comment, result.log, result.summary, JSON.stringify(result.outputs), JSON.stringify(result.state)];
    expect(secretsIn(written.join('\n'))).toEqual([]);
    for (const program of ['git', 'terraform']) {
      const looks = [...seen(program, 'own'), ...seen(program, 'parent'), ...seen(program, 'file')];
      expect(looks.length).toBeGreaterThan(2);
      expect(secretsIn(looks.join('\n'))).toEqual([]);
      for (const each of seen(program, 'own')) {
        expect(namesIn(each).filter((name) => /^(ACTIONS|INPUT)_/u.test(name) || STEP_FILES.includes(name))).toEqual(
          [],
        );
      }
    }
  });

  test('with "pass-id-token" Terraform gets the two variables that ask for OIDC tokens, and no other', async () => {
    const { result } = await prying({ inputs: { 'pass-id-token': 'true' } });
    expect(result.code).toBe(0);
    const own = seen('terraform', 'own');
    expect(own.length).toBeGreaterThan(0);
    for (const each of own) {
      expect(namesIn(each).filter((name) => name.startsWith('ACTIONS_'))).toEqual(Object.keys(ID_TOKEN));
    }
    expect(secretsIn(seen('terraform', 'parent').join('\n'))).toEqual([]);
  });
});

test('a Node that cannot replace its process says so once, and goes on', async () => {
  const { result } = await prying({ env: { NODE_OPTIONS: '--import=data:text/javascript,process.execve=undefined' } });
  expect(result).toMatchObject({ code: 0, stderr: '' });
  expect(result.log.match(/A plan can read the inputs of this action/gu)).toHaveLength(1);
  // What the tests above look for is there to be found.
  expect(secretsIn(seen('terraform', 'parent').join('\n'))).toEqual(SECRETS);
  expect(secretsIn(seen('terraform', 'own').join('\n'))).toEqual([]);
});
