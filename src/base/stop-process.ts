/** Ends a program that was asked to stop and does not, without making it leave something locked. */
import { readdirSync, readFileSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';

/** Milliseconds after the interrupt: until the programs that it has started are killed, and until itself is. */
export interface Patience {
  readonly forItsOwn: number;
  readonly forItself: number;
}

/**
 * Interrupts a program that leads a process group. If it waits for a program that it has started, such as a provider
 * that hangs, that one is killed first: Terraform then ends with an error and unlocks its state, which it does not if
 * it is killed itself.
 *
 * @returns call when it has ended
 */
export function stopProcess(child: ChildProcess, patience: Patience): () => void {
  child.kill('SIGINT');
  const timers = [
    setTimeout(() => {
      if (child.pid !== undefined) startedBy(child.pid).forEach(kill);
    }, patience.forItsOwn),
    setTimeout(() => {
      if (child.pid !== undefined) kill(-child.pid);
    }, patience.forItself),
  ];
  return () => {
    timers.forEach(clearTimeout);
  };
}

/** Ids of the processes that one has started; none where the system does not say (outside of Linux). */
function startedBy(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

/** @param pid negative: the process group that it leads */
export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
