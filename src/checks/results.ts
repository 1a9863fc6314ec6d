/** How a program ended → the result of a check. Pure. */
import type { Place } from '../base/problems.ts';
import type { CheckSettings } from '../project/check-settings.ts';
import type { CheckResult, Finding, Sided } from './check.ts';
import { readLines, readSarif } from './read-output.ts';
import type { ProgramEnd } from './run-program.ts';

/** Characters of a program's own words that a report can use. */
const MOST_OUTPUT = 20_000;

/**
 * @param placeOf the source of a file that a tool names, by its path from the runtime directory or its absolute one
 * @param intact whether it left the rendering and its own files alone
 */
export function checkResult(
  { settings: { name, on, required, fails }, proposed }: Sided<CheckSettings>,
  end: ProgramEnd,
  placeOf: (file: string, line: number | undefined) => Place | undefined,
  intact: boolean,
): CheckResult {
  const about = { name, on, required, proposed };
  const { code, output, sarif } = end;
  const broken = (why: string): CheckResult => ({ ...about, status: 'error', why, findings: [], output: tail(output) });
  if (code === undefined) return broken(end.why);
  if (!intact) return broken('It changed files that it may only read: in the rendering, or among its own files.');
  const logs = sarif.map(readSarif);
  if (logs.includes(undefined)) return broken('What it wrote to KOMPOS_OUTPUT as .sarif is not SARIF.');
  const fromSarif = logs.length > 0 ? logs.flatMap((each) => each ?? []) : readSarif(output);
  const raw = fromSarif ?? readLines(output);
  const findings = raw.map(({ level, message, rule, file, line, column }): Finding => {
    const place = file === undefined ? undefined : placeOf(file, line);
    return { level, message, rule, place: place?.line === undefined ? place : { ...place, column } };
  });
  // Lines that only look like places belong to the rest of what it says.
  const isRead = fromSarif !== undefined || findings.some(({ place }) => place !== undefined);
  const read = { findings: isRead ? findings : [], output: isRead ? '' : tail(output) };
  if (code === 0) return { ...about, status: 'passed', why: '', ...read };
  if (fails.includes(code)) {
    // A report has to name it all the same.
    const isSilent = read.findings.length === 0 && read.output === '';
    return { ...about, status: 'failed', why: isSilent ? `It reported nothing but exit code ${code}.` : '', ...read };
  }
  return broken(`It ended with exit code ${code}, which is neither 0 nor one of "fails" (${fails.join(', ')}).`);
}

/** A check of a leaf that has nothing to check. */
export function notRun({ settings: { name, on, required }, proposed }: Sided<CheckSettings>, why: string): CheckResult {
  return { name, on, required, proposed, status: 'not-run', why, findings: [], output: '' };
}

function tail(text: string): string {
  const trimmed = text.trim();
  return trimmed.length <= MOST_OUTPUT ? trimmed : `…${trimmed.slice(-MOST_OUTPUT)}`;
}
