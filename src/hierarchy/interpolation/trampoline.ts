/**
 * Runs tasks that depend on each other without using the call stack. A task requests others by yielding them; the runner
 * keeps its own stack, so that chains may have any length, and a request for a task that is on the stack is a cycle.
 */
import type { Value } from '../value.ts';

/**
 * `resolve`: the value with all its placeholders resolved. `follow`: the uninterpolated value that a string's single
 * placeholder refers to. This is enough to look up keys below it, so that `{{copy.k}}` needs only that part of `copy`.
 */
export interface Task {
  readonly kind: 'resolve' | 'follow';
  readonly value: Value;
  /** The key by which it was requested. */
  readonly path: string;
}

/** Undefined: it failed, and the problem is reported. */
export type Outcome = Value | undefined;

export type Work<T = Outcome> = Generator<Task, T, Outcome>;

/** Runs tasks and caches their outcomes: each value is processed once, however often it is requested. */
export class TaskRunner {
  readonly #begin: (task: Task) => Work;
  readonly #onCycle: (cycle: readonly Task[], closing: Task) => void;
  readonly #outcomes = { resolve: new Map<Value, Outcome>(), follow: new Map<Value, Outcome>() };

  /** `onCycle` receives the tasks of a cycle, each requesting the next, and the one that closes it. */
  constructor(begin: (task: Task) => Work, onCycle: (cycle: readonly Task[], closing: Task) => void) {
    this.#begin = begin;
    this.#onCycle = onCycle;
  }

  /** Runs a task and everything that it requests to completion. */
  run(first: Task, work: Work = this.#begin(first)): Outcome {
    const stack = [{ task: first, work }];
    const running = { resolve: new Set([first.value]), follow: new Set<Value>() };
    let answer: Outcome;
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const step = top.work.next(answer);
      answer = undefined;
      if (step.done === true) {
        const { kind, value } = top.task;
        answer = step.value;
        stack.pop();
        running[kind].delete(value);
        this.#outcomes[kind].set(value, answer);
        continue;
      }
      const asked = step.value;
      if (!asked.value.templated) {
        answer = asked.value;
      } else if (this.#outcomes[asked.kind].has(asked.value)) {
        answer = this.#outcomes[asked.kind].get(asked.value);
      } else if (running[asked.kind].has(asked.value)) {
        const tasks = stack.map((frame) => frame.task);
        const start = tasks.findIndex((task) => task.kind === asked.kind && task.value === asked.value);
        this.#onCycle(tasks.slice(start), asked);
      } else {
        running[asked.kind].add(asked.value);
        stack.push({ task: asked, work: this.#begin(asked) });
      }
    }
    return answer;
  }
}
