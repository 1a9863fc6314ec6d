/**
 * A Terraform provider that misbehaves as it is asked to, for tests. It speaks Terraform's plugin protocol 5 without
 * TLS, so Terraform needs `TF_DISABLE_PLUGIN_TLS=1`. It runs as a program of its own and imports no other file.
 *
 *     resource "unruly_thing" "a" {
 *       name = "a"
 *       mode = "fail-apply"
 *     }
 *
 * Modes: `fail-`, `crash-`, `hang-` and `wait-` with `read`, `plan` or `apply` (`wait`: until Terraform asks it to stop),
 * `warn`, `chatter`; with any other it behaves. `UNRULY_MODE` in the environment goes before all of them. The argument
 * `refuse` of the provider is why it cannot be configured.
 */
import { Server, ServerCredentials, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { loadSync, type AnyDefinition, type ServiceDefinition } from '@grpc/proto-loader';
import { decode, encode } from '@msgpack/msgpack';
import { join } from 'node:path';

type Step = 'read' | 'plan' | 'apply';
type Values = Readonly<Record<string, unknown>>;

interface Diagnostic {
  readonly severity: 'ERROR' | 'WARNING';
  readonly summary: string;
  readonly detail: string;
  readonly attribute: { readonly steps: readonly { readonly attribute_name: string }[] } | undefined;
}

/** The folder with the protocol's files. */
const [, , protocol = '.'] = process.argv;
const definitions = loadSync(
  ['plugin.proto', 'go-plugin.proto'].map((name) => join(protocol, name)),
  { keepCase: true, enums: String },
);

const string = Buffer.from('"string"');
const schema = {
  provider: { block: { attributes: [{ name: 'refuse', type: string, optional: true }] } },
  resource_schemas: {
    unruly_thing: {
      block: {
        attributes: [
          { name: 'id', type: string, computed: true },
          { name: 'name', type: string, required: true },
          { name: 'mode', type: string, optional: true },
        ],
      },
    },
  },
};

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null;
}

/** The object in a message's field; undefined for null. */
function read(request: unknown, name: string): Values | undefined {
  const value = isObject(request) ? request[name] : undefined;
  const bytes = isObject(value) ? value['msgpack'] : undefined;
  const object: unknown = bytes instanceof Uint8Array && bytes.length > 0 ? decode(bytes) : undefined;
  return isObject(object) ? object : undefined;
}

function write(value: Values | undefined): { readonly msgpack: Buffer } {
  return { msgpack: Buffer.from(encode(value ?? null)) };
}

function about(attribute: string, severity: Diagnostic['severity'], summary: string, detail: string): Diagnostic {
  return { severity, summary, detail, attribute: { steps: [{ attribute_name: attribute }] } };
}

function modeOf(thing: Values | undefined): unknown {
  return process.env['UNRULY_MODE'] ?? thing?.['mode'];
}

/** Does what the mode of a thing says for this step; `undefined`: there will be no answer. */
function misbehave(thing: Values | undefined, step: Step): readonly Diagnostic[] | undefined {
  const mode = modeOf(thing);
  if (mode === `hang-${step}`) return undefined;
  if (mode === `crash-${step}`) {
    process.stderr.write('panic: unruly_thing fell over\n\ngoroutine 1 [running]:\nmain.main()\n');
    process.exit(2);
  }
  if (mode === `fail-${step}`) {
    return [about('mode', 'ERROR', 'AccessDenied', `The thing must not be used (${step}).\nStatus code: 403`)];
  }
  if (mode === 'chatter') {
    for (let line = 0; line < 20_000; line += 1) process.stderr.write(`[WARN] ${step} says a lot: line ${line}\n`);
    process.stdout.write('and something on standard output\n'.repeat(1_000));
  }
  if (mode === 'warn' && step !== 'read') {
    return [about('mode', 'WARNING', `Argument is deprecated (${step})`, 'Use another mode.')];
  }
  return [];
}

type Reply = (error: null, answer: unknown) => void;

interface Received {
  readonly request: unknown;
}

/** What waits for Terraform to ask it to stop. */
const waiting: (() => void)[] = [];

function answering(answer: (request: unknown) => object) {
  return ({ request }: Received, reply: Reply): void => {
    reply(null, answer(request));
  };
}

/** Handles one step for the thing in a field: answers with it and with diagnostics, later, or never. */
function stepping(step: Step, from: string, to: string, result: (thing: Values | undefined) => Values | undefined) {
  return ({ request }: Received, reply: Reply): void => {
    const thing = read(request, from);
    const about = thing ?? read(request, 'prior_state');
    const diagnostics = misbehave(about, step);
    const answer = (): void => {
      if (diagnostics !== undefined) reply(null, { [to]: write(result(thing)), diagnostics });
    };
    if (modeOf(about) === `wait-${step}`) waiting.push(answer);
    else answer();
  };
}

const withId = (thing: Values | undefined): Values | undefined => thing && { ...thing, id: thing['name'] };

const provider: UntypedServiceImplementation = {
  GetSchema: answering(() => schema),
  PrepareProviderConfig: answering((request) => ({ prepared_config: write(read(request, 'config')) })),
  ValidateResourceTypeConfig: answering(() => ({})),
  Configure: answering((request) => {
    const refuse = read(request, 'config')?.['refuse'];
    if (typeof refuse !== 'string') return {};
    return { diagnostics: [about('refuse', 'ERROR', 'No valid credential sources found', refuse)] };
  }),
  UpgradeResourceState: answering((request) => {
    const state = isObject(request) ? request['raw_state'] : undefined;
    return { upgraded_state: { json: isObject(state) ? state['json'] : undefined } };
  }),
  ReadResource: stepping('read', 'current_state', 'new_state', (thing) => thing),
  PlanResourceChange: stepping('plan', 'proposed_new_state', 'planned_state', withId),
  ApplyResourceChange: stepping('apply', 'planned_state', 'new_state', (thing) => thing),
  Stop: answering(() => {
    for (const each of waiting.splice(0)) each();
    return {};
  }),
};

function isService(definition: AnyDefinition | undefined): definition is ServiceDefinition {
  return definition !== undefined && !('format' in definition);
}

function service(name: string): ServiceDefinition {
  const definition = definitions[name];
  if (!isService(definition)) throw new Error(`no service ${name}`);
  return definition;
}

const server = new Server();
server.addService(service('tfplugin5.Provider'), provider);
server.addService(service('plugin.GRPCController'), {
  Shutdown: answering(() => {
    setImmediate(() => process.exit(0));
    return {};
  }),
});
// As real ones do: only Terraform ends it.
process.on('SIGINT', () => undefined);
// Whatever a test does to Terraform, nothing stays behind.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(0);
}, 1_000).unref();
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) throw error;
  process.stdout.write(`1|5|tcp|127.0.0.1:${port}|grpc|\n`);
});
