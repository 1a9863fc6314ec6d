/** A backend in a file that the program which runs does not read: its state would be lost. Pure. */
import { problem, type Problem } from '../base/problems.ts';
import type { Rendering } from '../rendering/rendering.ts';
import { PROGRAMS, type ProgramVersion } from '../terraform/programs.ts';

/** Why the program must not run for a leaf; undefined if it may. */
export function unreadBackend({ onlyForOpenTofu }: Rendering, { program }: ProgramVersion): Problem | undefined {
  if (onlyForOpenTofu === undefined || PROGRAMS[program].readsTofuFiles) return undefined;
  return problem(
    'state',
    `${program} does not read the only file that configures a backend, so the state would be lost.`,
    {
      place: { file: onlyForOpenTofu },
      hint: 'Set "tool: tofu" to run OpenTofu, or configure the backend in a ".tf" file or below the configuration\'s "terraform" key.',
    },
  );
}
