/** Objects in AWS S3: `s3.bucket(b).path(a/b).aws_profile(p).base64encode(true)`, `s3:b/a/b?base64=true`. */
import { hasCode } from '../base/node-errors.ts';
import type { SecretReference } from '../hierarchy/secret-reference.ts';
import { clientSettings, fetchEach, REGION_OF_HIML, wrongRegion } from './aws.ts';
import { optionsOf, partsOf } from './spelling.ts';
import { referenceTo, type Fetched, type Store, type StoreContext } from './store.ts';

/** Bytes of an object: a text in the configuration may be as long. */
const MOST_BYTES = 1024 * 1024;
/** How often an object is asked for whose content was cut off: the SDK repeats requests only until there is an answer. */
const ATTEMPTS = 3;
/** Neither an ARN nor a folder can be in it: a pattern for one bucket never matches an object of another one. */
const BUCKET = /^[\w][\w.-]{1,253}[\w]$/u;

export const s3: Store = {
  name: 's3',
  reference(call, fallbacks) {
    if (call.plain !== undefined) {
      const { path, key } = call.plain;
      const options = optionsOf('s3', call.plain.options, ['base64', 'profile', 'region', 'version']);
      if (typeof options === 'string') return options;
      const [, bucket = '', object = ''] = /^([^/]*)\/(.*)$/su.exec(path) ?? [];
      return checked(bucket, object, key === '' ? [] : [key], options);
    }
    const parts = partsOf(call, ['bucket', 'path', 'aws_profile', 'region_name', 'base64encode']);
    if (typeof parts === 'string') return parts;
    const { bucket = '', path = '', aws_profile: profile = fallbacks.get('aws.profile'), region_name: region } = parts;
    // himl encodes for exactly this text.
    const base64 = parts['base64encode'] === 'true' ? 'true' : undefined;
    return checked(bucket, path, [], { profile, region, base64 });
  },
  fetch,
};

function checked(
  bucket: string,
  object: string,
  key: readonly string[],
  options: Readonly<Record<string, string | undefined>>,
): SecretReference | string {
  if (!BUCKET.test(bucket)) return bucket === '' ? 'It names no bucket.' : `"${bucket}" is not a bucket's name.`;
  if (object === '') return 'It names no path.';
  return wrongRegion(options['region']) ?? referenceTo('s3', `${bucket}/${object}`, key, options);
}

async function fetch(
  references: readonly SecretReference[],
  context: StoreContext,
): Promise<ReadonlyMap<SecretReference, Fetched>> {
  const { environment, signal } = context;
  const { GetObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
  return fetchEach(
    references,
    'AWS S3',
    context,
    async (first) => {
      const settings = await clientSettings(first, context);
      // Names of buckets are hosts at AWS only.
      const isElsewhere = [settings.endpoint, environment['AWS_ENDPOINT_URL_S3'], environment['AWS_ENDPOINT_URL']].some(
        (each) => each !== undefined && each !== '',
      );
      return new S3Client({
        ...settings,
        region: settings.region ?? environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'] ?? REGION_OF_HIML,
        followRegionRedirects: true,
        forcePathStyle: isElsewhere,
      });
    },
    async (client, { path, options }) => {
      const slash = path.indexOf('/');
      const command = new GetObjectCommand({
        Bucket: path.slice(0, slash),
        Key: path.slice(slash + 1),
        VersionId: options['version'],
      });
      for (let attempt = 1; ; attempt += 1) {
        try {
          const { Body: body, VersionId: version } = await client.send(command, { abortSignal: signal });
          const bytes = Buffer.from((await body?.transformToByteArray()) ?? []);
          if (bytes.length > MOST_BYTES) return { why: `The object ${path} has more than 1 MiB.` };
          return contentOf(path, bytes, options['base64'] === 'true', version);
        } catch (error) {
          if (attempt === ATTEMPTS || signal.aborted || !hasCode(error, 'ECONNRESET')) throw error;
        }
      }
    },
  );
}

function contentOf(path: string, bytes: Buffer, base64: boolean, version: string | undefined): Fetched {
  if (base64) return { value: bytes.toString('base64'), version };
  const value = bytes.toString('utf8');
  if (Buffer.from(value).equals(bytes)) return { value, version };
  return { why: `The object ${path} is not a UTF-8 text.`, hint: 'Add base64encode(true).' };
}
