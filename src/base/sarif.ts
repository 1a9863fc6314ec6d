/**
 * Findings as SARIF 2.1.0, which code scanning and editors read.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
import type { Place } from './problems.ts';
import { version } from './version.ts';

export interface SarifResult {
  readonly rule: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly place: Place | undefined;
  /** The text of the line at `place`. */
  readonly sourceLine?: string | undefined;
  readonly leaves?: readonly string[] | undefined;
}

/**
 * One run with all results.
 *
 * @param name of what found them
 * @param about what each rule is about; a rule that is not there is shown by its name
 */
export function sarifLog(
  name: string,
  results: readonly SarifResult[],
  about: Readonly<Record<string, string>> = {},
): string {
  const rules = [...new Set(results.map(({ rule }) => rule))].sort();
  const indices = new Map(rules.map((rule, index) => [rule, index]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name,
            version: version(),
            informationUri: 'https://github.com/kompos-io/kompos-github',
            rules: rules.map((id) => ({ id, shortDescription: { text: about[id] ?? id } })),
          },
        },
        // Columns count as JavaScript's strings do.
        columnKind: 'utf16CodeUnits',
        results: results.map((each) => resultOf(each, indices)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function resultOf(
  { rule, level, message, place, sourceLine, leaves }: SarifResult,
  indices: ReadonlyMap<string, number>,
): unknown {
  return {
    ruleId: rule,
    ruleIndex: indices.get(rule),
    level,
    message: { text: message },
    ...(place === undefined ? {} : { locations: [{ physicalLocation: locationOf(place, sourceLine) }] }),
    ...(leaves === undefined ? {} : { properties: { leaves } }),
  };
}

function locationOf({ file, line, column }: Place, sourceLine: string | undefined): unknown {
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
