/** The machine's processes, to see what a killed one leaves running. */
import { execFileSync } from 'node:child_process';

interface Entry {
  readonly pid: number;
  readonly parent: number;
  /** A dead process that nobody has asked after yet. */
  readonly isZombie: boolean;
  readonly command: string;
}

function table(): readonly Entry[] {
  const listing = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,command='], { encoding: 'utf8' });
  return listing.split('\n').flatMap((line): Entry[] => {
    const [, pid, parent, state = '', command = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/u.exec(line) ?? [];
    return pid === undefined
      ? []
      : [{ pid: Number(pid), parent: Number(parent), isZombie: state.startsWith('Z'), command }];
  });
}

/** Everything that a process has started, directly or not. */
export function descendants(pid: number): readonly { readonly pid: number; readonly command: string }[] {
  const all = table();
  const found: Entry[] = [];
  const open = [pid];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const each of all) {
      if (each.parent !== next || each.isZombie) continue;
      found.push(each);
      open.push(each.pid);
    }
  }
  return found;
}

export function anyRuns(pids: readonly number[]): boolean {
  const wanted = new Set(pids);
  return table().some(({ pid, isZombie }) => wanted.has(pid) && !isZombie);
}
