/** Where secrets may be in what a leaf gives Terraform. Pure. */
import { problem, type Problem } from '../base/problems.ts';
import type { SecretReference } from '../hierarchy/secret-reference.ts';
import { distinct, secretsIn } from '../hierarchy/secrets.ts';
import type { MapValue, Origin, Value } from '../hierarchy/value.ts';
import type { Pin, Rendering } from './rendering.ts';

/** All secrets in a rendering, each once. */
export function secretsOf({ variables, provider, pinSecrets }: Rendering): readonly SecretReference[] {
  return distinct([...secretsIn(variables), ...secretsIn(provider), ...pinSecrets]);
}

/** A setting of a backend needs no other name than its reference; anything else decides what runs, or is shown. */
export function mayBeSecret(address: string): boolean {
  return address.startsWith('terraform.backend.');
}

/** The problem of a secret where it would be shown, or decide what is rendered. */
export function secretAt(what: string, place: Origin, secrets: readonly SecretReference[]): Problem {
  const names = secrets.map(({ name }) => name).join(', ');
  return problem(
    'secrets',
    `${what} would be the secret ${names}, but it decides what runs and is shown to everybody.`,
    {
      place,
      hint: 'Write it into a layer. Secrets may be in the configuration that Terraform gets, and in the settings of a backend.',
    },
  );
}

/** Problems of the generated files, and of pins that are worked out from them. */
export function misplacedSecrets(provider: MapValue, variables: MapValue, pins: readonly Pin[]): readonly Problem[] {
  const terraform = provider.children['terraform'];
  const inTerraform = terraform?.kind === 'map' ? Object.entries(terraform.children) : [];
  const misplaced = inTerraform.flatMap(([key, value]) => {
    const secrets = key === 'backend' ? [] : secretsIn(value);
    return secrets.length === 0 ? [] : [secretAt(`"terraform.${key}"`, value.origin, secrets)];
  });
  const evaluated = secretsIn(provider).length === 0 ? [] : evaluatedSecrets(provider);
  const worked = secretsIn(variables).length === 0 ? [] : pins.filter(holdsStandIn);
  return [
    ...misplaced,
    ...evaluated,
    ...worked.map(({ address, template }) => secretAt(`"${address}"`, template, secretsIn(variables))),
  ];
}

/** Only values that are worked out here; Terraform works them out again. */
function holdsStandIn({ written, address, value }: Pin): boolean {
  return written === 'expression' && !mayBeSecret(address) && /\(secret: /iu.test(value);
}

/** Terraform evaluates the texts of the provider file: no secret may write an expression. */
function evaluatedSecrets(value: Value): readonly Problem[] {
  if (value.kind !== 'scalar') {
    const children = value.kind === 'map' ? Object.values(value.children) : value.children;
    return children.flatMap(evaluatedSecrets);
  }
  const { secrets = [] } = value;
  if (secrets.length === 0 || value.isStandIn === true || !/[$%]\{/u.test(value.spelling)) return [];
  return [
    problem(
      'secrets',
      `The secret ${secrets.map(({ name }) => name).join(', ')} has "\${" or "%{" in it, which Terraform would evaluate in a provider or backend.`,
      { place: value.origin, hint: 'Pass it as a variable of the provider, from var.config.' },
    ),
  ];
}
