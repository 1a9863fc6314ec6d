/**
 * Downloads into memory, with bounds. A transfer that breaks off goes on where it stopped. Nothing that comes of it is
 * trusted: redirects may lead anywhere, as to the storage behind a mirror.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { HttpClient } from '@actions/http-client';
import { abortedBy } from '../../base/abort-request.ts';
import { timed } from '../../base/debug.ts';
import { messageOf } from '../../base/node-errors.ts';

/** Milliseconds before each further try. */
const PAUSES = [500, 1_000, 2_000, 4_000];
/** Milliseconds of silence, and of one try altogether. */
const SILENCE = 30_000;
const TRY = 600_000;

/** Its message is for people. */
export class NotDownloaded extends Error {
  /** The status of the last answer; undefined where there was none. */
  readonly status: number | undefined;

  constructor(message: string, status: number | undefined) {
    super(message);
    this.status = status;
  }
}

/** What has come so far, and which version of the file it is of. */
interface Received {
  chunks: Buffer[];
  size: number;
  etag: string | undefined;
}

/**
 * @param most bytes that the file may have
 * @param pauses milliseconds before each further try
 * @throws NotDownloaded when no try got all of it
 */
export async function download(url: string, most: number, pauses = PAUSES): Promise<Buffer> {
  const received: Received = { chunks: [], size: 0, etag: undefined };
  for (let attempt = 0; ; attempt += 1) {
    const failure = await timed(
      `GET ${url}`,
      () => receive(url, most, received),
      (outcome) => outcome?.message ?? `${received.size} bytes`,
    );
    if (failure === undefined) return Buffer.concat(received.chunks);
    const pause = pauses[attempt];
    const { status } = failure;
    const isFinal = status !== undefined && status < 500 && status !== 408 && status !== 416 && status !== 429;
    if (isFinal || pause === undefined) throw failure;
    await wait(pause);
  }
}

/** One try, which adds to what has come. Answers what went wrong. */
async function receive(url: string, most: number, received: Received): Promise<NotDownloaded | undefined> {
  const { host } = new URL(url);
  const signal = AbortSignal.timeout(TRY);
  const client = new HttpClient('kompos', [abortedBy(signal)], {
    allowRedirects: true,
    maxRedirects: 5,
    socketTimeout: SILENCE,
  });
  try {
    const { message } = await client.get(url, rangeAfter(received));
    const status = message.statusCode ?? 0;
    if (status !== 200 && status !== 206) {
      message.destroy();
      forget(received);
      return new NotDownloaded(`${host} answered with status ${status}`, status);
    }
    const start = /^bytes (\d+)-/u.exec(message.headers['content-range'] ?? '')?.[1];
    if (status === 206 && Number(start) !== received.size) {
      message.destroy();
      forget(received);
      return new NotDownloaded(`${host} continued at the wrong byte`, undefined);
    }
    if (status === 200) forget(received);
    const { etag } = message.headers;
    received.etag = etag?.startsWith('W/') === true ? undefined : etag;
    const stream: AsyncIterable<Buffer> = message;
    for await (const chunk of stream) {
      if (received.size + chunk.length > most) {
        return new NotDownloaded(`${host}: the file has more than ${most} bytes`, status);
      }
      received.chunks.push(chunk);
      received.size += chunk.length;
    }
    return undefined;
  } catch (error) {
    const what = signal.aborted ? `not complete within ${TRY / 60_000} minutes` : messageOf(error);
    return new NotDownloaded(`${host}: ${what || 'no connection'}`, undefined);
  }
}

/** Without a name for the version that has come, the rest could be another's. */
function rangeAfter({ size, etag }: Received): Record<string, string> {
  return size === 0 || etag === undefined ? {} : { range: `bytes=${size}-`, 'if-range': etag };
}

function forget(received: Received): void {
  Object.assign(received, { chunks: [], size: 0, etag: undefined });
}
