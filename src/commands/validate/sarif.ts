/** What is wrong as SARIF. */
import type { ProblemCode } from '../../base/problems.ts';
import { sarifLog } from '../../base/sarif.ts';
import type { Validation } from '../../execution/validation.ts';

const RULES: Partial<Record<ProblemCode, string>> = {
  yaml: 'Layers are valid YAML.',
  layer: 'Each leaf has layers.',
  merge: 'Layers fit each other.',
  interpolation: 'Placeholders can be resolved.',
  settings: 'Settings are known and name what exists.',
  schema: 'The configuration matches its JSON Schema.',
  leaf: 'Each leaf can be told apart.',
  composition: 'Each composition can be rendered.',
  template: 'Templates can be rendered, and are used.',
  pin: 'Pins are plain texts, and follow the rules.',
  state: 'Each leaf has a state of its own.',
  path: 'Paths stay inside of the repository.',
};

export function sarif({ problems }: Validation): string {
  const results = problems.map(({ code, severity, message, hint, place, sourceLine, leaves }) => ({
    rule: code,
    level: severity,
    message: hint === undefined ? message : `${message}\n${hint}`,
    place,
    sourceLine,
    leaves,
  }));
  return sarifLog('kompos', results, RULES);
}
