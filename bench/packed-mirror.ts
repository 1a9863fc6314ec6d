/** A provider mirror with archives, as registries have them: each init that reads it unpacks. */
import { Zip, ZipPassThrough } from 'fflate';
import { closeSync, mkdirSync, openSync, readdirSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PROVIDER = 'registry.terraform.io/hashicorp/aws';
const VERSION = '5.100.0';

/** Where an init that unpacks leaves a folder, and one that does not a link; in a runtime directory, without the platform. */
export const UNPACKED = `.terraform/providers/${PROVIDER}/${VERSION}`;

/**
 * Packs the AWS provider of an unpacked mirror.
 * Layout: "Filesystem Mirrors" of Terraform's documents, `HOSTNAME/NAMESPACE/TYPE/terraform-provider-TYPE_VERSION_TARGET.zip`.
 *
 * @param unpacked absolute path of the mirror
 * @param packed absolute path of the new one
 */
export function packMirror(unpacked: string, packed: string): void {
  for (const platform of readdirSync(join(unpacked, PROVIDER, VERSION))) {
    const target = join(packed, PROVIDER, `terraform-provider-aws_${VERSION}_${platform}.zip`);
    mkdirSync(dirname(target), { recursive: true });
    pack(join(unpacked, PROVIDER, VERSION, platform), target);
  }
}

/** Without compressing: what takes long and memory shall be Terraform's. */
function pack(folder: string, target: string): void {
  const archive = openSync(target, 'w');
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    writeSync(archive, bytes);
  });
  for (const name of readdirSync(folder)) {
    const file = new ZipPassThrough(name);
    file.attrs = 0o100755 << 16;
    file.os = 3;
    zip.add(file);
    const from = openSync(join(folder, name), 'r');
    const buffer = Buffer.alloc(4 * 1024 * 1024);
    for (let length = readSync(from, buffer); length > 0; length = readSync(from, buffer)) {
      file.push(Uint8Array.from(buffer.subarray(0, length)));
    }
    file.push(new Uint8Array(), true);
    closeSync(from);
  }
  zip.end();
  closeSync(archive);
}
