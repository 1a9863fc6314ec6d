/** The provider that misbehaves, installed for Terraform. */
import { transformFileSync } from '@swc/core';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { arch } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mirrorSettings } from '../provider-mirror.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** The block that a root module needs. */
export const UNRULY = [
  'terraform {',
  '  required_providers {',
  '    unruly = {',
  '      source = "example.com/test/unruly"',
  '    }',
  '  }',
  '}',
  '',
].join('\n');

/** @returns the environment with which Terraform finds and starts it, and what removes it */
export function installUnruly(): {
  readonly environment: { readonly TF_CLI_CONFIG_FILE: string; readonly TF_DISABLE_PLUGIN_TLS: '1' };
  readonly remove: () => void;
} {
  // Below node_modules, where its imports are found.
  mkdirSync(join(modules, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(modules, '.cache', 'unruly-'));
  const program = join(folder, 'unruly.mjs');
  const { code } = transformFileSync(join(here, 'unruly.ts'), {
    configFile: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  });
  writeFileSync(program, code);
  const platform = `${process.platform}_${arch() === 'x64' ? 'amd64' : arch()}`;
  const place = join(folder, 'mirror', 'example.com/test/unruly/1.0.0', platform);
  mkdirSync(place, { recursive: true });
  const command = [process.execPath, program, here].map((word) => `'${word}'`).join(' ');
  writeFileSync(join(place, 'terraform-provider-unruly_v1.0.0'), `#!/bin/sh\nexec ${command}\n`, { mode: 0o755 });
  return {
    environment: { TF_CLI_CONFIG_FILE: mirrorSettings(join(folder, 'mirror')), TF_DISABLE_PLUGIN_TLS: '1' },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
