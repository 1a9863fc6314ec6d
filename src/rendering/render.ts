/** Renders a configuration and a source folder into the files that a leaf gives Terraform. Pure. */
import type { Parser } from 'web-tree-sitter';
import type { EnvironmentReader } from '../hierarchy/environment-reader.ts';
import { toJson, toPlain } from '../hierarchy/json.ts';
import type { SecretReference } from '../hierarchy/secret-reference.ts';
import { secretsIn } from '../hierarchy/secrets.ts';
import { valueAt } from '../hierarchy/interpolation/interpolate.ts';
import { mapValue, createEntries, type MapValue } from '../hierarchy/value.ts';
import { problem, warning, type Problem } from '../base/problems.ts';
import type { Leaf } from '../project/leaves.ts';
import type { Settings } from '../project/settings.ts';
import { compareBytes } from '../snapshot/snapshot.ts';
import type { Outside } from './outside.ts';
import type { Pin, PinnedBlock, RenderedFile, Rendering } from './rendering.ts';
import type { SourceFile, SourceFolder } from './source-folders.ts';
import { hclBackends, jsonFileBackends, statesOf, type FileBackend } from './backends.ts';
import { openValues, type ParsedFile, type ProgramValues } from './program-values.ts';
import { targetNamesOf } from './target-names.ts';
import { misplacedSecrets, secretAt } from './secret-places.ts';
import { pinnedBlocks } from './static-pins.ts';
import { renderTemplate } from './template.ts';
import { isJson, isTemplate, PROVIDER_FILE, renderedName, VARIABLES_FILE } from './terraform-files.ts';
import { unresolvedPlaceholders } from './unresolved-placeholders.ts';
import { parseJson } from './hcl/tf-json.ts';
import { takenNames } from './written-names.ts';

/** `cloud.type` or `cloud.provider` of a configuration. */
export function cloudOf(
  configuration: MapValue,
  environment: EnvironmentReader,
): { readonly cloud: string | undefined; readonly problems: readonly Problem[] } {
  for (const key of ['cloud.type', 'cloud.provider']) {
    const { value, problems } = valueAt(configuration, key, environment);
    if (problems.length > 0) return { cloud: undefined, problems };
    if (value !== undefined && secretsIn(value).length > 0) {
      return { cloud: undefined, problems: [secretAt(`"${key}"`, value.origin, secretsIn(value))] };
    }
    if (value?.kind === 'scalar' && typeof value.value === 'string' && value.value !== '')
      return { cloud: value.value, problems: [] };
  }
  return { cloud: undefined, problems: [] };
}

/** Which top-level keys a composition gets, and in which files: `var.config`, the provider file. */
export function givenKeys(
  settings: Settings,
  composition: string,
): { readonly variables: (key: string) => boolean; readonly provider: (key: string) => boolean } {
  const excluded = settings.excludedKeys.get(composition) ?? [];
  const filtered = settings.filteredKeys.get(composition);
  return {
    variables: (key) =>
      key !== 'provider' && !excluded.includes(key) && (filtered === undefined || filtered.includes(key)),
    provider: (key) => (key === 'provider' || key === 'terraform') && !excluded.includes(key),
  };
}

/** A configuration with only some of its top-level keys. */
export function pick(configuration: MapValue, isGiven: (key: string) => boolean): MapValue {
  const keys = Object.keys(configuration.children);
  if (keys.every(isGiven)) return configuration;
  const children = createEntries();
  for (const key of keys) {
    const value = configuration.children[key];
    if (value !== undefined && isGiven(key)) children[key] = value;
  }
  return mapValue(children, configuration.origin);
}

/**
 * Renders one leaf. Reports the problems of all templates; if any is an error, the rendering is incomplete and must not
 * be used.
 *
 * @param configuration the whole configuration of the leaf; the keys that it gets are interpolated
 * @param parser of HCL
 */
export function renderLeaf(
  leaf: Leaf,
  settings: Settings,
  configuration: MapValue,
  source: SourceFolder,
  environment: EnvironmentReader,
  outside: Outside,
  parser: Parser,
): { rendering: Rendering; values: ProgramValues; problems: readonly Problem[] } {
  const copied = copiedPart(source, parser);
  const problems = [...copied.problems];
  const files = new Map(copied.files.map((file) => [file.name, file]));
  const backends = [...copied.backends];
  const given = givenKeys(settings, leaf.composition);
  const provider = pick(configuration, given.provider);
  const variables = pick(configuration, given.variables);
  const targets = targetNamesOf(source, settings.versionedModuleSources);
  const values = openValues(source, targets, variables, outside);
  const pins: Pin[] = [];
  const blocks: PinnedBlock[] = [];
  const pinSecrets: SecretReference[] = [];
  /** Plain files beside their templates: one of the two goes. */
  const doubled = new Set<string>();
  let isOpen = false;
  for (const { name, file, hcl } of copied.templates) {
    if (!settings.versionedModuleSources || hcl === undefined) {
      problems.push(
        warning('template', 'The template is skipped: terraform.versioned_module_sources is false.', {
          place: { file: file.path },
        }),
      );
      continue;
    }
    const target = renderedName(name);
    const plain = files.get(target)?.content;
    if (plain?.kind === 'copy') {
      problems.push(renderedTwice(file.path, plain.file.path));
      doubled.add(plain.file.path);
    }
    const rendered = renderTemplate({ path: file.path, ...hcl }, configuration, environment);
    problems.push(...rendered.problems);
    pinSecrets.push(...rendered.secrets);
    files.set(target, {
      name: target,
      executable: file.executable,
      content: { kind: 'template', file, text: rendered.text },
    });
    const expressions = values.pins(target, file.path, hcl);
    pins.push(...rendered.pins, ...expressions.pins);
    isOpen ||= expressions.isOpen;
    blocks.push(...pinnedBlocks(file.path, hcl, [...rendered.replacements, ...expressions.replacements]));
    backends.push(
      ...(isJson(target)
        ? jsonFileBackends(target, file.path, parseJson(rendered.text), parser)
        : hclBackends(target, file.path, hcl, rendered.replacements, parser)),
    );
  }
  for (const { name, file, hcl } of copied.expressed) {
    const expressions = values.pins(name, file.path, hcl);
    pins.push(...expressions.pins);
    isOpen ||= expressions.isOpen;
    blocks.push(...pinnedBlocks(file.path, hcl, expressions.replacements));
  }

  // What is wrong with a template is said first.
  const broken = new Set(problems.flatMap(({ severity, place }) => (severity === 'error' ? [place?.file] : [])));
  const sound = source.files.filter(({ file }) => !broken.has(file.path) && !doubled.has(file.path));
  problems.push(...sound.flatMap((file) => unresolvedPlaceholders(file, configuration)));

  problems.push(...misplacedSecrets(provider, variables, pins));
  const providerText = `${toJson(provider)}\n`;
  files.set(
    PROVIDER_FILE,
    generated(PROVIDER_FILE, () => providerText),
  );
  files.set(
    VARIABLES_FILE,
    generated(VARIABLES_FILE, () => `{\n  "config": ${indent(toJson(variables))}\n}\n`),
  );
  backends.push(...jsonFileBackends(PROVIDER_FILE, undefined, toPlain(provider), parser));
  const {
    state,
    onlyForOpenTofu,
    isSameForBoth,
    problems: unknown,
  } = statesOf(backends, targets, values, {
    leaf: leaf.path,
    outside,
  });
  problems.push(...unknown);
  if (!isSameForBoth) {
    problems.push(
      problem(
        'composition',
        'Terraform and OpenTofu would keep the state in different places: their files differ in the backend.',
        {
          place: { file: source.folder },
          hint: 'Configure the same backend in the ".tf" and the ".tofu" files, or in the configuration.',
        },
      ),
    );
  }

  return {
    rendering: {
      leaf,
      source: source.folder,
      variables,
      provider,
      files: [...files.values()].sort((a, b) => compareBytes(a.name, b.name)),
      pins,
      pinSecrets,
      blocks,
      ...(isOpen ? { isOpen } : {}),
      state,
      onlyForOpenTofu,
    },
    values,
    problems,
  };
}

/** The part of a rendering that is the same for all leaves of a source folder. */
interface CopiedPart {
  readonly files: readonly RenderedFile[];
  readonly templates: readonly SourceFile[];
  /** Files of the root module with expressions that decide something before a plan. */
  readonly expressed: readonly ParsedFile[];
  readonly backends: readonly FileBackend[];
  readonly problems: readonly Problem[];
}

const copiedParts = new WeakMap<SourceFolder, CopiedPart>();

function copiedPart(source: SourceFolder, parser: Parser): CopiedPart {
  let part = copiedParts.get(source);
  if (part === undefined) {
    const plain = source.files.filter(({ name }) => !isTemplate(name));
    const root = plain.flatMap(({ name, file, hcl }) =>
      hcl === undefined || name.includes('/') ? [] : [{ name, file, hcl }],
    );
    part = {
      files: plain.map(({ name, file, hcl }) => {
        return { name, executable: file.executable, content: { kind: 'copy', file, text: hcl?.text } };
      }),
      templates: source.files.filter(({ name }) => isTemplate(name)),
      expressed: root.filter(({ hcl }) => hcl.parsed.expressions.length > 0),
      backends: root.flatMap(({ name, file, hcl }) =>
        isJson(name)
          ? jsonFileBackends(name, file.path, parseJson(hcl.text), parser)
          : hclBackends(name, file.path, hcl, [], parser),
      ),
      problems: [...source.files.flatMap(({ name, file }) => refused(name, file.path)), ...takenNames(source)],
    };
    copiedParts.set(source, part);
  }
  return part;
}

function renderedTwice(template: string, plain: string): Problem {
  return problem('template', `The template renders to a file that is there as well: ${plain}`, {
    place: { file: template },
    hint: 'Remove one of the two.',
  });
}

/** OpenTofu reads `X.tofu` instead of `X.tf`: neither program may ignore what rendering writes. */
function refused(name: string, path: string): readonly Problem[] {
  const target = isTemplate(name) ? renderedName(name) : name;
  const place = { file: path };
  if (target !== PROVIDER_FILE.replace('.tf', '.tofu')) return [];
  const message = `OpenTofu would read this file and ignore the generated "${PROVIDER_FILE}", backend included.`;
  return [problem('composition', message, { place, hint: 'Rename it.' })];
}

/** The text is generated lazily: of thousands of compared leaves, few are written. */
function generated(name: string, make: () => string): RenderedFile {
  return {
    name,
    executable: false,
    content: {
      kind: 'generated',
      get text() {
        return make();
      },
    },
  };
}

function indent(json: string): string {
  return json.replaceAll('\n', '\n  ');
}
