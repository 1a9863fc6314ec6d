/** Who publishes a program, where, and under which key. */
import { field, list, record, textOf } from '../../base/json.ts';
import { PROGRAMS, type ProgramName } from '../programs.ts';
import type { Tool } from '../wanted-program.ts';
import { HASHICORP_KEY, OPENTOFU_KEY } from './keys.ts';

export interface Publisher {
  readonly name: string;
  readonly program: ProgramName;
  /** The name of the binary, and of the archives before `_<version>_<platform>.zip`. */
  readonly tool: Tool;
  /** The trust anchor: of the primary key, in lower case. */
  readonly fingerprint: string;
  /** An armored form of that key. */
  readonly key: string;
  /** Where the publisher keeps the key's current form. */
  readonly keyUrl: string;
  /** The oldest version that kompos runs. */
  readonly oldest: string;
  /** What follows the name of the sums. */
  readonly signatureEnding: string;
  readonly index: (mirror: string | undefined) => string;
  /** The folder of a release's files. */
  readonly folder: (mirror: string | undefined, version: string) => string;
  /** The versions that an index has. */
  readonly versions: (index: unknown) => readonly string[];
}

/** A mirror has the layout of https://releases.hashicorp.com. */
export const PUBLISHERS: Readonly<Record<Tool, Publisher>> = {
  terraform: {
    name: 'HashiCorp',
    program: 'Terraform',
    tool: 'terraform',
    // https://www.hashicorp.com/trust/security
    fingerprint: 'c874011f0ab405110d02105534365d9472d7468f',
    key: HASHICORP_KEY,
    keyUrl: 'https://www.hashicorp.com/.well-known/pgp-key.txt',
    oldest: `${PROGRAMS.Terraform.oldest}.0`,
    signatureEnding: '.sig',
    index: (mirror = 'https://releases.hashicorp.com') => `${mirror}/terraform/index.json`,
    folder: (mirror = 'https://releases.hashicorp.com', version) => `${mirror}/terraform/${version}`,
    versions: (index) => Object.keys(record(field(index, 'versions'))),
  },
  tofu: {
    name: 'OpenTofu',
    program: 'OpenTofu',
    tool: 'tofu',
    // https://opentofu.org/docs/intro/install/standalone/
    fingerprint: 'e3e6e43d84cb852eadb0051d0c0af313e5fd9f80',
    key: OPENTOFU_KEY,
    keyUrl: 'https://get.opentofu.org/opentofu.asc',
    oldest: `${PROGRAMS.OpenTofu.oldest}.0`,
    signatureEnding: '.gpgsig',
    index: (mirror = 'https://get.opentofu.org') => `${mirror}/tofu/api.json`,
    folder: (mirror, version) =>
      mirror === undefined
        ? `https://github.com/opentofu/opentofu/releases/download/v${version}`
        : `${mirror}/tofu/${version}`,
    versions: (index) => list(field(index, 'versions')).flatMap((each) => textOf(each, 'id') ?? []),
  },
};
