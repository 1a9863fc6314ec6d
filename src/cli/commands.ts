/** All commands, in the order of the help. A new one is a row here; everything else follows from it. */
import type { Command } from './command.ts';
import { affected } from './commands/affected.ts';
import { config } from './commands/config.ts';
import { plan } from './commands/plan.ts';
import { terraform } from './commands/terraform.ts';

export const COMMANDS: readonly Command[] = [terraform, plan, affected, config];
