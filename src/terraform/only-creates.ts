/** Whether a plan only creates, so that a rule may let it through without a person who has seen it. Pure. */
import { movablePin } from '../rendering/movable-pin.ts';
import { isLocalModule } from '../rendering/terraform-files.ts';
import { addressOf, type ModuleConfiguration, type Plan } from './plan-json.ts';

const HARMLESS = ['create', 'no-op', 'read'];

/**
 * What a plan does, or may do, besides creating resources and outputs, in words: changes of any other kind, imports and
 * moves, actions of providers, provisioners, programs that a data source runs, and what this version does not know. Empty
 * if it does nothing of that.
 */
export function beyondCreating(plan: Plan): readonly string[] {
  const { resources, outputs, invocations, deferredResources, deferredInvocations } = plan;
  const found = [
    ...resources.flatMap((each) => {
      const address = addressOf(each);
      if (each.imported) return [`imports ${address}`];
      if (each.movedFrom !== undefined) return [`moves ${address}`];
      const actions = each.actions.join(' ');
      return HARMLESS.includes(actions) ? [] : [`${actions || 'no action'} ${address}`];
    }),
    ...outputs.flatMap(({ name, actions }) =>
      HARMLESS.includes(actions.join(' ')) ? [] : [`${actions.join(' ') || 'no action'} output.${name}`],
    ),
    ...invocations.map(({ address }) => `invokes ${address}`),
    ...deferredResources.map(({ change }) => `defers ${addressOf(change)}`),
    ...deferredInvocations.map(({ change }) => `defers ${change.address}`),
    ...runningPrograms(plan.root, ''),
    ...movingModules(plan.root, ''),
    ...(plan.complete === false ? ['is not complete'] : []),
    ...[...plan.unknownParts, ...plan.unknownFields].map((part) => `has "${part}", which this version does not know`),
  ];
  return [...new Set(found)];
}

/** Nobody has seen the code of a module that follows a branch, or a range of versions: it may be newer than the review. */
function movingModules({ calls }: ModuleConfiguration, path: string): readonly string[] {
  return calls.flatMap(({ name, source, version, module }) => {
    const address = `${path}module.${name}`;
    const inner = movingModules(module, `${address}.`);
    if (isLocalModule(source)) return inner;
    const isPinned =
      version === undefined
        ? !isRegistrySource(source) && movablePin({ address: `${address}.source`, value: source }) === undefined
        : /^\s*=?\s*v?\d+\.\d+\.\d+[-+.\w]*\s*$/u.test(version);
    return isPinned ? inner : [`loads ${address}, whose code may have changed since the review`, ...inner];
  });
}

/** `hashicorp/consul/aws`, with or without a host: without a version, the newest is taken. */
function isRegistrySource(source: string): boolean {
  return /^(?:[\w.-]+\.[\w.-]+(?::\d+)?\/)?[\w-]+\/[\w-]+\/[\w-]+(?:\/\/.*)?$/u.test(source);
}

function runningPrograms({ resources, calls }: ModuleConfiguration, path: string): readonly string[] {
  return [
    ...resources.flatMap(({ address, provisioners }) => [
      ...(provisioners.length > 0 ? [`has a provisioner in ${path}${address}`] : []),
      ...(address.startsWith('data.external.') ? [`runs the program of ${path}${address}`] : []),
    ]),
    ...calls.flatMap(({ name, module }) => runningPrograms(module, `${path}module.${name}.`)),
  ];
}
