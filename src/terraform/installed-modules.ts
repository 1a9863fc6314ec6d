/** What `terraform init` has fetched beside the rendering: remote modules, whose refs can move under the same source. */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A digest, in hex, over names, modes and bytes of the remote modules in a runtime directory. The plan's JSON does not
 * tell what their code says (of a provisioner's command it has only the names that it refers to), so a branch that has
 * moved would pass as the module that was reviewed.
 *
 * @param directory absolute path of an initialised runtime directory
 */
export function installedModules(directory: string): string {
  const hash = createHash('sha256');
  const root = join(directory, '.terraform', 'modules');
  if (existsSync(root)) addFolder(root, '', hash);
  return hash.digest('hex');
}

function addFolder(root: string, below: string, hash: ReturnType<typeof createHash>): void {
  for (const entry of readdirSync(join(root, below), { withFileTypes: true }).sort(byName)) {
    const name = `${below}${entry.name}`;
    // git's own files differ from clone to clone; the list of modules follows from the configuration.
    if (entry.name === '.git' || name === 'modules.json') continue;
    if (entry.isDirectory()) addFolder(root, `${name}/`, hash);
    else hash.update(`${JSON.stringify([name, ...contentOf(join(root, name), entry.isSymbolicLink())])}\n`);
  }
}

function contentOf(path: string, isLink: boolean): readonly [string, string] {
  if (isLink) return ['link', readlinkSync(path)];
  const executable = (lstatSync(path).mode & 0o100) !== 0;
  return [executable ? 'x' : '-', createHash('sha256').update(readFileSync(path)).digest('hex')];
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
