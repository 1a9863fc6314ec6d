/** Durations in Go's syntax, which Terraform uses: `30s`, `1m30s`. */

const UNITS: ReadonlyMap<string, number> = new Map(Object.entries({ ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }));

/** In milliseconds. @param duration `1m30s`, checked before */
export function milliseconds(duration: string): number {
  const parts = duration.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/gu);
  return [...parts].reduce((sum, [, number, unit = '']) => sum + Number(number) * (UNITS.get(unit) ?? 0), 0);
}
