/** The archive of a release, which is handed on only when it is what the publisher signed. */
import { createHash } from 'node:crypto';
import type { Log } from '../../base/log.ts';
import { problemError, type ProblemError } from '../../base/problems.ts';
import { download, NotDownloaded } from './download.ts';
import type { Publisher } from './publishers.ts';
import { judgeSignature, type Judgement } from './signature.ts';

export interface Release {
  readonly publisher: Publisher;
  readonly version: string;
  /** `linux_amd64` */
  readonly platform: string;
  /** Address without a slash at the end; undefined: the publisher's own servers. */
  readonly mirror: string | undefined;
}

interface Signed {
  readonly sums: Buffer;
  readonly signature: Buffer;
}

/** Bytes: far more than any of them has. */
const MOST_SUMS = 100_000;
const MOST_KEY = 1_000_000;
const MOST_ARCHIVE = 300_000_000;

const NOTHING_INSTALLED = 'Nothing was unpacked or installed.';

/**
 * Downloads the sums of a release and their signature.
 *
 * @returns undefined where there is no such release
 * @throws NotDownloaded
 */
export async function downloadSums({ publisher, version, mirror }: Release): Promise<Signed | undefined> {
  const url = `${publisher.folder(mirror, version)}/${publisher.tool}_${version}_SHA256SUMS`;
  try {
    const sums = await download(url, MOST_SUMS);
    return { sums, signature: await download(`${url}${publisher.signatureEnding}`, MOST_SUMS) };
  } catch (error) {
    // Storage behind a mirror answers 403 for what it does not have.
    if (error instanceof NotDownloaded && (error.status === 404 || error.status === 403)) return undefined;
    throw error;
  }
}

/**
 * @param signed from `downloadSums`
 * @returns the archive, which is the one that the publisher signed for this version and platform
 * @throws ProblemError when anything is not as it was signed
 * @throws NotDownloaded
 */
export async function downloadVerified(release: Release, signed: Signed, now: Date, log: Log): Promise<Buffer> {
  const { publisher, version, platform, mirror } = release;
  await verifySums(publisher, version, signed, now, log);
  const name = `${publisher.tool}_${version}_${platform}.zip`;
  const expected = sumOf(signed.sums.toString('utf8'), name);
  if (expected === undefined) {
    throw problemError('terraform', `${publisher.name}'s signed checksums of ${version} do not list ${name}.`, {
      hint: `There is no such release for ${platform}, or the server sent the checksums of another release. ${NOTHING_INSTALLED}`,
    });
  }
  const archive = await download(`${publisher.folder(mirror, version)}/${name}`, MOST_ARCHIVE);
  const actual = createHash('sha256').update(archive).digest('hex');
  if (actual !== expected) {
    throw problemError('terraform', `${name} is not what ${publisher.name} signed: its SHA-256 is ${actual}.`, {
      hint: `The signed one is ${expected}. ${NOTHING_INSTALLED} Either the download is broken or it was tampered with.`,
    });
  }
  return archive;
}

/** The signature's own time counts, so an outdated key is replaced by the publisher's current form of the same key. */
async function verifySums(
  publisher: Publisher,
  version: string,
  { sums, signature }: Signed,
  now: Date,
  log: Log,
): Promise<void> {
  const { name, fingerprint, key, keyUrl } = publisher;
  const judge = (armored: string): Promise<Judgement> => judgeSignature(armored, fingerprint, sums, signature, now);
  const first = await judge(key);
  if (first.kind === 'good') return;
  if (first.kind !== 'outdated-key') throw badSignature(publisher, version, whyOf(first));

  const outdated = `The copy of ${name}'s key in this version of kompos is out of date: ${first.why}.`;
  const current = await download(keyUrl, MOST_KEY).catch((error: unknown) => {
    if (!(error instanceof NotDownloaded)) throw error;
    throw badSignature(publisher, version, `${outdated} The current one could not be downloaded: ${error.message}.`);
  });
  const second = await judge(current.toString('utf8'));
  if (second.kind !== 'good') {
    throw badSignature(publisher, version, `${outdated} With the key from ${keyUrl}: ${whyOf(second)}.`);
  }
  log.info(`${outdated} The current one from ${keyUrl} has the same fingerprint and verifies the signature.`);
}

function whyOf(judgement: Exclude<Judgement, { kind: 'good' }>): string {
  return judgement.kind === 'other-key' ? 'it has another fingerprint' : judgement.why;
}

function badSignature({ name, program, fingerprint }: Publisher, version: string, why: string): ProblemError {
  return problemError('terraform', `The checksums of ${program} ${version} are not signed with ${name}'s key: ${why}`, {
    hint: `Only the key with the fingerprint ${fingerprint.toUpperCase()} is trusted. ${NOTHING_INSTALLED} If a newer version of kompos says the same, the server was tampered with.`,
  });
}

/** Lines are `<SHA-256>  <name>`. */
function sumOf(sums: string, name: string): string | undefined {
  const line = sums.split('\n').find((each) => each.slice(64).trim() === name);
  const sum = line?.slice(0, 64);
  return sum !== undefined && /^[0-9a-f]{64}$/u.test(sum) ? sum : undefined;
}
