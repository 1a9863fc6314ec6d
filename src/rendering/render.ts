/** Renders a configuration and a source folder into the files that a leaf gives Terraform. Pure. */
import type { EnvironmentReader } from '../hierarchy/environment-reader.ts';
import { toJson, toPlain } from '../hierarchy/json.ts';
import { lookup } from '../hierarchy/interpolation/lookup.ts';
import { mapValue, createEntries, type MapValue } from '../hierarchy/value.ts';
import { problem, warning, type Problem } from '../base/problems.ts';
import type { Leaf } from '../project/leaves.ts';
import type { Settings } from '../project/settings.ts';
import { compareBytes } from '../snapshot/snapshot.ts';
import type { RenderedFile, Rendering } from './rendering.ts';
import type { SourceFile, SourceFolder } from './source-folders.ts';
import { stateIdentity, type BackendSettings } from './state.ts';
import { renderTemplate, type RenderedTemplate } from './template.ts';
import { isJson, isJsonTemplate, isTemplate, PROVIDER_FILE, renderedName, VARIABLES_FILE } from './terraform-files.ts';
import type { HclFile } from './hcl/hcl-file.ts';
import { jsonBackends, parseJson } from './hcl/tf-json.ts';

/** `cloud.type` or `cloud.provider` of a configuration. */
export function cloudOf(configuration: MapValue): string | undefined {
  for (const key of ['cloud.type', 'cloud.provider']) {
    const value = lookup(configuration, key);
    if (value?.kind === 'scalar' && typeof value.value === 'string' && value.value !== '') return value.value;
  }
  return undefined;
}

/** A composition's `var.config`: without `provider` and excluded keys; with a filter, only filtered keys. */
function variablesOf(settings: Settings, composition: string, configuration: MapValue): MapValue {
  const excluded = ['provider', ...(settings.excludedKeys.get(composition) ?? [])];
  const filtered = settings.filteredKeys.get(composition);
  if (filtered === undefined && excluded.every((key) => configuration.children[key] === undefined))
    return configuration;
  const children = createEntries();
  for (const key in configuration.children) {
    const value = configuration.children[key];
    if (value === undefined || excluded.includes(key)) continue;
    if (filtered === undefined || filtered.includes(key)) children[key] = value;
  }
  return mapValue(children, configuration.origin);
}

/** The content of the provider file. */
function providerOf(settings: Settings, composition: string, configuration: MapValue): MapValue {
  const children = createEntries();
  for (const key of ['provider', 'terraform']) {
    const value = configuration.children[key];
    if (value !== undefined && settings.excludedKeys.get(composition)?.includes(key) !== true) children[key] = value;
  }
  return mapValue(children, configuration.origin);
}

/**
 * Renders one leaf. Reports the problems of all templates; if any is an error, the rendering is incomplete and must not
 * be used.
 *
 * @param configuration the whole interpolated configuration of the leaf
 */
export function renderLeaf(
  leaf: Leaf,
  settings: Settings,
  configuration: MapValue,
  source: SourceFolder,
  environment: EnvironmentReader,
): { rendering: Rendering; problems: readonly Problem[] } {
  const copied = copiedPart(source);
  const problems = [...copied.problems];
  const files = new Map(copied.files.map((file) => [file.name, file]));
  const templates: RenderedTemplate[] = [];
  const backends = [...copied.backends];
  // Templates last: their output replaces a plain file of the same name.
  for (const { name, file, hcl } of copied.templates) {
    if (!settings.versionedModuleSources || hcl === undefined) {
      problems.push(
        warning('template', 'The template is skipped: terraform.versioned_module_sources is false.', {
          place: { file: file.path },
        }),
      );
      continue;
    }
    const rendered = renderTemplate({ path: file.path, ...hcl }, configuration, environment);
    problems.push(...rendered.problems);
    templates.push(rendered);
    const target = renderedName(name);
    files.set(target, {
      name: target,
      executable: file.executable,
      content: { kind: 'template', file, text: rendered.text },
    });
    backends.push(...hclBackends(target, hcl.parsed, rendered));
  }

  const provider = providerOf(settings, leaf.composition, configuration);
  const variables = variablesOf(settings, leaf.composition, configuration);
  const providerText = `${toJson(provider)}\n`;
  files.set(
    PROVIDER_FILE,
    generated(PROVIDER_FILE, () => providerText),
  );
  files.set(
    VARIABLES_FILE,
    generated(VARIABLES_FILE, () => `{\n  "config": ${indent(toJson(variables))}\n}\n`),
  );
  backends.push(...jsonBackends(toPlain(provider)).map((each) => ({ ...each, file: PROVIDER_FILE })));
  const state = stateIdentity(backends);
  if (!isSameForBoth(backends, [...files.keys()])) {
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
      pins: templates.flatMap(({ pins }) => pins),
      blocks: templates.flatMap(({ blocks }) => blocks),
      state,
    },
    problems,
  };
}

/** The part of a rendering that is the same for all leaves of a source folder. */
interface CopiedPart {
  readonly files: readonly RenderedFile[];
  readonly templates: readonly SourceFile[];
  readonly backends: readonly FileBackend[];
  readonly problems: readonly Problem[];
}

const copiedParts = new WeakMap<SourceFolder, CopiedPart>();

function copiedPart(source: SourceFolder): CopiedPart {
  let part = copiedParts.get(source);
  if (part === undefined) {
    const plain = source.files.filter(({ name }) => !isTemplate(name));
    part = {
      files: plain.map(({ name, file, hcl }) => {
        return { name, executable: file.executable, content: { kind: 'copy', file, text: hcl?.text } };
      }),
      templates: source.files.filter(({ name }) => isTemplate(name)),
      backends: plain.flatMap(({ name, hcl }) => (hcl === undefined ? [] : backendsOf(name, hcl))),
      problems: source.files.flatMap(({ name, file }) => refused(name, file.path)),
    };
    copiedParts.set(source, part);
  }
  return part;
}

function backendsOf(name: string, { text, parsed }: NonNullable<SourceFile['hcl']>): readonly FileBackend[] {
  if (!isJson(name)) return hclBackends(name, parsed, text);
  if (name.includes('/')) return [];
  return jsonBackends(parseJson(text)).map((each) => ({ ...each, file: name }));
}

/** Files in subfolders are not part of the root module. */
function hclBackends(
  name: string,
  { backends }: HclFile,
  text: { slice(start: number, end: number): string },
): readonly FileBackend[] {
  if (name.includes('/')) return [];
  return backends.map(({ type, settings }) => ({
    file: name,
    type,
    settings: new Map(settings.map(({ name: key, start, end }) => [key, text.slice(start, end)])),
  }));
}

interface FileBackend extends BackendSettings {
  /** Its name in the runtime directory. */
  readonly file: string;
}

/**
 * Whether Terraform and OpenTofu use the same state. Terraform ignores `X.tofu`; OpenTofu ignores an `X.tf` beside it.
 *
 * @param names all files of the rendering
 */
function isSameForBoth(backends: readonly FileBackend[], names: readonly string[]): boolean {
  if (!names.some(isTofu)) return true;
  const written = names.filter((name) => !name.includes('/') && name !== PROVIDER_FILE);
  if (!written.some(isTofu) || !written.some((name) => /\.tf(?:\.json)?$/u.test(name))) return true;
  const twin = (name: string): string => name.replace(/\.tf(\.json)?$/u, '.tofu$1');
  const terraform = backends.filter(({ file }) => !isTofu(file));
  const tofu = backends.filter(({ file }) => isTofu(file) || !names.includes(twin(file)));
  return stateIdentity(terraform)?.identity === stateIdentity(tofu)?.identity;
}

function isTofu(name: string): boolean {
  return /\.tofu(?:\.json)?$/u.test(name);
}

/** OpenTofu reads `X.tofu` instead of `X.tf`: neither program may ignore what rendering writes. */
function refused(name: string, path: string): readonly Problem[] {
  if (isJsonTemplate(name)) {
    return [
      problem('template', 'Templates in JSON are not supported: no pin can be put into this file.', {
        place: { file: path },
        hint: 'Write it in HCL: "X.tf.versioned" or "X.tofu.versioned".',
      }),
    ];
  }
  if (name !== PROVIDER_FILE.replace('.tf', '.tofu')) return [];
  return [
    problem(
      'composition',
      `OpenTofu would read this file and ignore the generated "${PROVIDER_FILE}", backend included.`,
      {
        place: { file: path },
        hint: 'Rename it.',
      },
    ),
  ];
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
