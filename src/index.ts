#!/usr/bin/env node
// With arguments: the command line. Without arguments, on a runner: the action.
const args = process.argv.slice(2);
if (args.length === 0 && process.env['GITHUB_ACTIONS'] === 'true') {
  const { isolate } = await import('./action/isolate.ts');
  const exposed = isolate();
  const { runAction } = await import('./action/run.ts');
  await runAction(exposed);
} else {
  const { runCli } = await import('./cli/run.ts');
  process.exitCode = await runCli(args);
}
