/** The log of a job. The edges format it and mask secrets. */
export interface Log {
  info(line: string): void;
  warning(line: string): void;
  /** Lines that belong together and may be folded away. */
  group(title: string, lines: readonly string[]): void;
  /** Shows lines below everything else until the next call, where that is possible; without lines, nothing. */
  live?(lines: readonly string[]): void;
}
