/** Installs a program into a cache, verified, beside whatever else runs there. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { gte } from 'semver';
import type { ChildProcesses } from '../../base/child-process.ts';
import type { Environment } from '../../base/environment.ts';
import type { Log } from '../../base/log.ts';
import { hasCode } from '../../base/node-errors.ts';
import { problem, problemError, ProblemError } from '../../base/problems.ts';
import { askVersion, type TerraformBinary } from '../binary.ts';
import { exactVersion } from '../version-constraint.ts';
import { LATEST } from '../wanted-program.ts';
import { didYouMeanVersion, newestFitting, releases } from './choose-version.ts';
import { download, NotDownloaded } from './download.ts';
import { NotAvailable } from './not-available.ts';
import type { Publisher } from './publishers.ts';
import { downloadSums, downloadVerified, type Release } from './verified-archive.ts';

export interface InstallRequest {
  readonly publisher: Publisher;
  /** An exact version, a constraint, a beginning, or `latest`. */
  readonly wanted: string;
  /** What is on PATH: returned where it is the very version that would be installed. */
  readonly found: TerraformBinary | undefined;
  /** Address without a slash at the end; undefined: the publisher's own servers. */
  readonly mirror: string | undefined;
  /** Absolute path of the folder that keeps installed programs. */
  readonly cache: string;
  /** `linux_amd64` */
  readonly platform: string;
}

export interface InstallContext {
  readonly environment: Environment;
  readonly processes: ChildProcesses;
  readonly log: Log;
  readonly now: Date;
}

/** Bytes of an index of releases, and of a binary. */
const MOST_INDEX = 50_000_000;
const MOST_BINARY = 1_000_000_000;

/**
 * The wanted version from the cache, or else from the publisher.
 *
 * @throws ProblemError when there is no such version, it cannot be had, or it is not what the publisher signed
 */
export async function installProgram(request: InstallRequest, context: InstallContext): Promise<TerraformBinary> {
  try {
    return await install(request, context);
  } catch (error) {
    if (!(error instanceof NotDownloaded)) throw error;
    const message = `${request.publisher.program} ${request.wanted} could not be downloaded: ${error.message}.`;
    const hint = 'Check the network, the proxy variables (https_proxy, no_proxy), and the mirror if there is one.';
    throw new NotAvailable([problem('terraform', message, { hint })]);
  }
}

async function install(request: InstallRequest, context: InstallContext): Promise<TerraformBinary> {
  const { publisher, wanted, found, mirror, platform } = request;
  const version = exactVersion(wanted) ?? cachedFitting(request) ?? (await newestPublished(request));
  if (!gte(version, publisher.oldest)) {
    throw problemError('terraform', `Kompos needs ${publisher.program} ${publisher.oldest} or newer, not ${version}.`);
  }
  if (found?.program === publisher.program && found.version === version) return found;

  const folder = folderOf(request, version);
  const cached = await fromCache(folder, version, request, context);
  if (cached !== undefined) return cached;

  const release: Release = { publisher, version, platform, mirror };
  const signed = await downloadSums(release);
  if (signed === undefined) throw await unknownVersion(request, version);
  const archive = await downloadVerified(release, signed, context.now, context.log);
  await unpack(archive, folder, version, request, context);
  context.log.info(
    `Installed ${publisher.program} ${version}: its checksum is signed with ${publisher.name}'s key ${publisher.fingerprint.slice(-16).toUpperCase()}.`,
  );
  return { path: join(folder, publisher.tool), program: publisher.program, version, processes: context.processes };
}

function folderOf({ cache, publisher, platform }: InstallRequest, version: string): string {
  return join(cache, `kompos-${publisher.tool}`, version, platform);
}

/** For a constraint what was installed will do, so that one machine does not ask for the index in every run. */
function cachedFitting(request: InstallRequest): string | undefined {
  const { cache, publisher, wanted } = request;
  if (wanted === LATEST) return undefined;
  const folder = join(cache, `kompos-${publisher.tool}`);
  const versions = existsSync(folder) ? readdirSync(folder) : [];
  const installed = versions.filter((each) => existsSync(join(folderOf(request, each), publisher.tool)));
  return newestFitting(wanted, releases(installed, publisher.oldest));
}

async function publishedVersions({ publisher, mirror }: InstallRequest): Promise<readonly string[]> {
  const url = publisher.index(mirror);
  const text = (await download(url, MOST_INDEX)).toString('utf8');
  try {
    return publisher.versions(JSON.parse(text));
  } catch {
    throw new NotDownloaded(`${url} is not JSON`, undefined);
  }
}

async function newestPublished(request: InstallRequest): Promise<string> {
  const { publisher, wanted } = request;
  const versions = releases(await publishedVersions(request), publisher.oldest);
  const newest = newestFitting(wanted, versions);
  if (newest !== undefined) return newest;
  const best = versions[0] === undefined ? 'The index of releases lists none.' : `The newest is ${versions[0]}.`;
  const message = `No release of ${publisher.program} since ${publisher.oldest} fits "${wanted}".`;
  throw new NotAvailable([problem('terraform', message, { hint: best })]);
}

async function unknownVersion(request: InstallRequest, version: string): Promise<ProblemError> {
  const { publisher } = request;
  const published = await publishedVersions(request);
  const hint = didYouMeanVersion(version, published, releases(published, publisher.oldest));
  return problemError('terraform', `There is no release ${version} of ${publisher.program}.`, { hint });
}

/** What lies in the cache was verified when it came there; a wrong version there is replaced. */
async function fromCache(
  folder: string,
  version: string,
  { publisher }: InstallRequest,
  { environment, processes, log }: InstallContext,
): Promise<TerraformBinary | undefined> {
  const path = join(folder, publisher.tool);
  if (!existsSync(path)) return undefined;
  try {
    const binary = await askVersion(path, folder, environment, processes);
    if (binary.version === version && binary.program === publisher.program) return binary;
    log.warning(
      `${path} is ${binary.program} ${binary.version}, not ${publisher.program} ${version}. It will be installed again.`,
    );
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    log.warning(`${error.message} It will be installed again.`);
  }
  rmSync(folder, { recursive: true, force: true });
  return undefined;
}

/** Writes beside and renames, so that no other run on the machine sees half a file. */
async function unpack(
  archive: Buffer,
  folder: string,
  version: string,
  { publisher }: InstallRequest,
  { environment, processes }: InstallContext,
): Promise<void> {
  const { tool, program } = publisher;
  const binary = unzipSync(archive, {
    filter: ({ name, originalSize }) => name === tool && originalSize < MOST_BINARY,
  })[tool];
  if (binary === undefined)
    throw problemError('terraform', `The archive of ${program} ${version} does not contain a file "${tool}".`);
  mkdirSync(dirname(folder), { recursive: true });
  const beside = mkdtempSync(`${folder}.`);
  try {
    writeFileSync(join(beside, tool), binary, { mode: 0o755 });
    // The folder may be shared by users of the machine.
    chmodSync(beside, 0o755);
    const own = await askVersion(join(beside, tool), beside, environment, processes);
    if (own.version !== version || own.program !== program) {
      const message = `The archive of ${program} ${version} contains ${own.program} ${own.version}.`;
      throw problemError('terraform', message, { hint: 'Nothing was installed.' });
    }
    renameSync(beside, folder);
  } catch (error) {
    // Another run was faster, with the same verified file.
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
