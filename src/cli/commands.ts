/** All commands, in the order of the help. A new one is a row here; everything else follows from it. */
import type { Command } from './command.ts';
import { affected } from './commands/affected.ts';
import { compare } from './commands/compare.ts';
import { complete } from './commands/complete.ts';
import { config } from './commands/config.ts';
import { explain } from './commands/explain.ts';
import { explore } from './commands/explore.ts';
import { graph } from './commands/graph.ts';
import { list } from './commands/list.ts';
import { init } from './commands/init.ts';
import { migrate } from './commands/migrate.ts';
import { createNew } from './commands/new.ts';
import { plan } from './commands/plan.ts';
import { report } from './commands/report.ts';
import { terraform } from './commands/terraform.ts';
import { tree } from './commands/tree.ts';
import { uses } from './commands/uses.ts';
import { validate } from './commands/validate.ts';

export const COMMANDS: readonly Command[] = [
  terraform,
  plan,
  report,
  affected,
  validate,
  list,
  graph,
  tree,
  config,
  explain,
  uses,
  compare,
  explore,
  init,
  createNew,
  migrate,
  complete,
];
