/** As much of AWS Systems Manager's Parameter Store as `aws_ssm_parameter` needs, so that resources really drift. */
import { type Answer, startServer } from './http-server.ts';

interface Parameter {
  readonly Name: string;
  readonly Type: string;
  readonly Value: string;
  readonly Version: number;
}

/** The server, and the hands of somebody who changes parameters behind Terraform's back. */
export interface SsmServer {
  readonly url: string;
  value(name: string): string | undefined;
  /** Changes a parameter as a person does in the console. */
  change(name: string, value: string): void;
  remove(name: string): void;
  close(): Promise<void>;
}

const account = 'arn:aws:ssm:eu-central-1:123456789012:parameter';

/** Starts without any parameter. */
export async function startSsmServer(): Promise<SsmServer> {
  const parameters = new Map<string, Parameter>();

  function put(name: string, value: string, type?: string): Parameter {
    const old = parameters.get(name);
    const parameter = {
      Name: name,
      Type: type ?? old?.Type ?? 'String',
      Value: value,
      Version: (old?.Version ?? 0) + 1,
    };
    parameters.set(name, parameter);
    return parameter;
  }

  const operations: Readonly<Record<string, (request: unknown) => Answer>> = {
    PutParameter: (request) => {
      const { Version } = put(textOf(request, 'Name'), textOf(request, 'Value'), textOf(request, 'Type') || undefined);
      return json(200, { Version, Tier: 'Standard' });
    },
    GetParameter: (request) => {
      const found = parameters.get(textOf(request, 'Name'));
      return found === undefined
        ? json(400, { __type: 'ParameterNotFound', message: 'There is no such parameter.' })
        : json(200, { Parameter: { ...described(found), Value: found.Value } });
    },
    DescribeParameters: (request) => {
      const [filter] = listOf(request, 'ParameterFilters');
      const names = listOf(filter, 'Values').map(String);
      return json(200, { Parameters: names.flatMap((name) => parameters.get(name) ?? []).map(described) });
    },
    DeleteParameter: (request) => {
      parameters.delete(textOf(request, 'Name'));
      return json(200, {});
    },
    ListTagsForResource: () => json(200, { TagList: [] }),
  };

  const server = await startServer((call) => {
    const name = String(call.headers['x-amz-target']).replace(/^AmazonSSM\./u, '');
    const request: unknown = JSON.parse(call.body);
    const operation = operations[name];
    return Promise.resolve(operation?.(request) ?? json(400, { __type: 'UnknownOperationException', message: name }));
  });

  return {
    url: server.url,
    value: (name) => parameters.get(name)?.Value,
    change: (name, value) => void put(name, value),
    remove: (name) => void parameters.delete(name),
    close: () => server.close(),
  };
}

function described({ Name, Type, Version }: Parameter): Readonly<Record<string, unknown>> {
  return { Name, Type, Version, ARN: `${account}${Name}`, DataType: 'text', LastModifiedDate: 1, Tier: 'Standard' };
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textOf(request: unknown, name: string): string {
  const found = part(request, name);
  return typeof found === 'string' ? found : '';
}

function listOf(request: unknown, name: string): readonly unknown[] {
  const found = part(request, name);
  return Array.isArray(found) ? found : [];
}

function json(status: number, body: unknown): Answer {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(body) };
}
