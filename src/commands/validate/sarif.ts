/**
 * What is wrong as SARIF 2.1.0, which code scanning and editors read.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
import type { Problem, ProblemCode } from '../../base/problems.ts';
import { version } from '../../base/version.ts';
import type { Validation } from '../../execution/validation.ts';

/** What each code is about; a code that is not here is shown by its name. */
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
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'kompos',
            version: version(),
            informationUri: 'https://github.com/kompos-io/kompos-github',
            rules: codes.map((code) => ({ id: code, shortDescription: { text: RULES[code] ?? code } })),
          },
        },
        // Columns count as JavaScript's strings do.
        columnKind: 'utf16CodeUnits',
        results: problems.map((each) => resultOf(each, codes)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function resultOf(problem: Problem, codes: readonly ProblemCode[]): unknown {
  const { code, severity, message, hint, place, leaves } = problem;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: hint === undefined ? message : `${message}\n${hint}` },
    ...(place === undefined ? {} : { locations: [{ physicalLocation: locationOf(place, problem.sourceLine) }] }),
    ...(leaves === undefined ? {} : { properties: { leaves } }),
  };
}

function locationOf({ file, line, column }: NonNullable<Problem['place']>, sourceLine: string | undefined): unknown {
  const region = {
    startLine: line,
    ...(column === undefined ? {} : { startColumn: column }),
    ...(sourceLine === undefined ? {} : { snippet: { text: sourceLine } }),
  };
  return {
    artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
    ...(line === undefined ? {} : { region }),
  };
}
