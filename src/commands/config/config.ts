/** `kompos <config_path> config`: the merged and interpolated configuration of a folder. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stringify, type ScalarTag } from 'yaml';
import { messageOf } from '../../base/node-errors.ts';
import { toJson, toPlain } from '../../hierarchy/json.ts';
import { secretsIn } from '../../hierarchy/secrets.ts';
import { mapValue, createEntries, type ListMerge, type MapValue } from '../../hierarchy/value.ts';
import { problem, problemError, ProblemError, type Problem } from '../../base/problems.ts';
import { nearest } from '../../base/closest-name.ts';
import { openLocalProject, type LocalContext, type LocalProject } from '../../execution/local-project.ts';
import { ownConfiguration, ownSecrets, type SecretAccess } from '../../execution/secrets.ts';
import type { Place } from '../../execution/selected-leaves.ts';
import { count } from '../../markdown/phrases.ts';
import type { Leaf } from '../../project/leaves.ts';

export interface ConfigRequest {
  readonly configPath: string | undefined;
  readonly rootPath: string | undefined;
  readonly listMerge: ListMerge | undefined;
  readonly format: 'yaml' | 'json';
  readonly filter: readonly string[];
  readonly exclude: readonly string[];
  readonly outputFile: string | undefined;
  /** Shows stand-ins instead of secrets. */
  readonly skipSecrets: boolean;
}

/**
 * @returns what to print: nothing if the text was written to a file
 * @throws ProblemError when the configuration cannot be resolved, a key does not exist, or the file cannot be written
 */
export async function showConfiguration(request: ConfigRequest, context: LocalContext): Promise<string> {
  const project = await openLocalProject(request, context);
  const { filter, exclude } = request;
  const isShown = (key: string): boolean => (filter.length === 0 || filter.includes(key)) && !exclude.includes(key);
  const access = request.skipSecrets ? undefined : ownSecrets(context.environment, undefined);
  const configuration = pick(await configurationAt(project, isShown, access, context), request, isShown);
  const text = request.format === 'json' ? `${toJson(configuration)}\n` : toYaml(configuration);
  if (request.outputFile === undefined) return text;
  const file = resolve(context.directory, request.outputFile);
  try {
    // A file that is there keeps its mode, as with any other program.
    writeFileSync(file, text, access !== undefined && secretsIn(configuration).length > 0 ? { mode: 0o600 } : {});
    return '';
  } catch (error) {
    throw problemError('files', `${request.outputFile} cannot be written: ${messageOf(error)}`);
  }
}

const MOST_NAMED = 10;

/** Of a leaf, or of what the leaves below a folder share, if that makes sense without the keys that they set. */
async function configurationAt(
  { renderer, place, select }: LocalProject,
  isShown: (key: string) => boolean,
  access: SecretAccess | undefined,
  { log }: LocalContext,
): Promise<MapValue> {
  const path = place.typed === undefined ? undefined : place.path;
  const below =
    path === undefined || path === ''
      ? select().leaves
      : renderer.leaves.filter((leaf) => leaf.path.startsWith(`${path}/`));
  const [only, another] = below;
  if (path === undefined || path === '') {
    if (only === undefined || another !== undefined) throw pickOne(place, below);
    return ownConfiguration(renderer, only.path, isShown, access);
  }
  try {
    const configuration = await ownConfiguration(renderer, path, isShown, access);
    if (another !== undefined) log.info(`${path} is above ${count(below.length)} leaves: this is what they share.`);
    return configuration;
  } catch (error) {
    if (only === undefined || !(error instanceof ProblemError) || !error.problems.some(isMissing)) throw error;
    throw pickOne(place, below);
  }
}

/** Above leaves, keys are missing that each of them sets. */
function isMissing({ code, message }: Problem): boolean {
  return code === 'interpolation' && message.startsWith('Config key');
}

function pickOne({ typed }: Place, leaves: readonly Leaf[]): ProblemError {
  const named = leaves.slice(0, MOST_NAMED).map(({ path }) => `    ${path}`);
  const more = leaves.length > MOST_NAMED ? [`    and ${count(leaves.length - MOST_NAMED)} more`] : [];
  const what =
    typed === undefined
      ? 'No leaf is named, and the current directory is in none'
      : `"${typed}" is above ${count(leaves.length, 'leaf', 'leaves')}, which set keys that are missing here`;
  return problemError('usage', `${what}.`, { hint: ['Pick one of:', ...named, ...more].join('\n') });
}

/** What YAML readers fold, strip or take for a merge key unless it is escaped in double quotes. */
const NEEDS_ESCAPES = /^<<$|^=$|[\p{Cc}\u00A0\u00AD\u2028\u2029\uFEFF\uFFFE\uFFFF\p{Cs}]/u;

/** Breaks alone are no reason: a text over several lines is easier to read as it is. */
function needsEscapes(text: string): boolean {
  return NEEDS_ESCAPES.test(text.replaceAll('\n', ''));
}

/** As JSON, with everything escaped that is not plainly visible. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007F-\u00A0\u00AD\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** YAML 1.1, so that the text reads back as the same values (`"yes"` keeps its quotes) with every reader. */
function toYaml(configuration: MapValue): string {
  const text: ScalarTag = {
    tag: 'tag:yaml.org,2002:str',
    default: true,
    identify: (value) => typeof value === 'string' && needsEscapes(value),
    resolve: (value) => value,
    stringify: ({ value }) => quoted(String(value)),
  };
  try {
    return stringify(toPlain(configuration), {
      version: '1.1',
      sortMapEntries: true,
      aliasDuplicateObjects: false,
      lineWidth: 0,
      customTags: (tags) => [text, ...tags.filter((tag) => typeof tag === 'string' || !tag.tag.endsWith(':merge'))],
    });
  } catch (error) {
    // The library calls itself for each level.
    if (!(error instanceof RangeError)) throw error;
    throw problemError('usage', 'The configuration is nested too deeply to be printed as YAML.', {
      hint: 'Print it with --format json.',
    });
  }
}

function pick(configuration: MapValue, { filter }: ConfigRequest, isShown: (key: string) => boolean): MapValue {
  const known = Object.keys(configuration.children);
  const missing = filter.filter((key) => !known.includes(key));
  if (missing.length > 0) {
    throw new ProblemError(
      missing.map((key) => {
        const closest = nearest(key, known);
        return problem('usage', `--filter ${key}: the configuration has no such top-level key.`, {
          hint: closest === undefined ? `It has: ${known.join(', ')}.` : `Did you mean "${closest}"?`,
        });
      }),
    );
  }
  const children = createEntries();
  for (const [key, value] of Object.entries(configuration.children)) {
    if (isShown(key)) children[key] = value;
  }
  return mapValue(children, configuration.origin);
}
