/** What is otherwise than in the original without any message there or here. Pure. */
import { inLeaves, warning, type Problem } from '../../base/problems.ts';
import { lookup } from '../../hierarchy/interpolation/lookup.ts';
import type { MapValue } from '../../hierarchy/value.ts';
import { SETTINGS_FILE } from '../../project/settings.ts';
import { joinPath } from '../../snapshot/snapshot.ts';
import { settingAt, textsAt, type OriginalSettings } from './original-settings.ts';
import type { LeafResult, RenderedProject } from './render-all.ts';

/** Settings of engines that are not rendered here. */
const OTHER_ENGINES = ['helm', 'helmfile', 'helmfiles', 'tfe', 'external', 'manual', 'terragrunt'];

export function differencesToKnow(rendered: RenderedProject, settings: OriginalSettings): readonly Problem[] {
  return [
    ...unlisted(rendered, settings),
    ...otherEngines(rendered, settings),
    ...ofConfigurations(rendered, settings),
  ];
}

function unlisted({ project, results }: RenderedProject, { all }: OriginalSettings): readonly Problem[] {
  const order = textsAt(all, 'compositions', 'order', 'terraform');
  const names = new Set(results.map(({ composition }) => composition).filter((each) => !order.includes(each)));
  if (order.length === 0 || names.size === 0) return [];
  const message = `The original skips compositions that compositions.order.terraform does not list; here they run last: ${[...names].join(', ')}.`;
  return [
    warning('settings', message, {
      place: { file: joinPath(project.root, SETTINGS_FILE) },
      hint: 'To keep a leaf from running, set composition.enabled: false in its layer.',
    }),
  ];
}

function otherEngines({ project }: RenderedProject, { all }: OriginalSettings): readonly Problem[] {
  const there = OTHER_ENGINES.filter((engine) => settingAt(all, engine) !== undefined);
  if (there.length === 0) return [];
  const message = `Only Terraform's leaves are rendered here. The settings of other engines stay for the original: ${there.join(', ')}.`;
  const hint = 'Remove them, and build_order and properties, once the original is not used any more.';
  return [warning('settings', message, { place: { file: joinPath(project.root, SETTINGS_FILE) }, hint })];
}

function ofConfigurations({ results }: RenderedProject, settings: OriginalSettings): readonly Problem[] {
  if (!settings.isNested) return [];
  const system = textsAt(settings.all, 'compositions', 'system_keys', 'terraform');
  const excluded = (composition: string): readonly string[] =>
    textsAt(settings.all, 'compositions', 'config_keys', 'excluded', composition);
  return inLeaves(
    results.flatMap(({ leaf, composition, configuration }) => {
      if (configuration === undefined) return [];
      const isGiven = (key: string): boolean => !system.includes(key) && !excluded(composition).includes(key);
      const problems = [...cloud(configuration), ...providerFile(configuration, isGiven)];
      return [{ leaf, problems }];
    }),
  );
}

/** The original takes `cloud.provider`, from 0.9 on. */
function cloud(configuration: MapValue): readonly Problem[] {
  const [type, provider] = ['cloud.type', 'cloud.provider'].map((key) => lookup(configuration, key));
  if (type?.kind !== 'scalar' || provider?.kind !== 'scalar' || type.value === provider.value) return [];
  const message = 'The original looks for compositions by cloud.provider; here cloud.type comes first, and it differs.';
  return [warning('composition', message, { place: type.origin, hint: 'Give both the same value.' })];
}

/** From 0.9 on, the original writes no `provider.tf.json` and leaves both keys in `var.config`. */
function providerFile({ children }: MapValue, isGiven: (key: string) => boolean): readonly Problem[] {
  const { provider, terraform } = children;
  const found: Problem[] = [];
  if (provider !== undefined && isGiven('provider')) {
    const message =
      'The original gives "provider" to the code as var.config.provider; here it is never a part of that.';
    found.push(warning('layer', message, { place: provider.origin, hint: 'Rename the key if the code reads it.' }));
  }
  if (terraform !== undefined && isGiven('terraform')) {
    const message = 'The key "terraform" also becomes a "terraform" block here, which the original does not write.';
    const hint = 'If it is no such block, rename the key, or exclude it in compositions.config_keys.';
    found.push(warning('layer', message, { place: terraform.origin, hint }));
  }
  return found;
}

/** Leaves that are skipped on purpose. */
export function pausedCount(results: readonly LeafResult[]): number {
  return results.filter(({ result }) => !result.ok && result.paused !== undefined).length;
}
