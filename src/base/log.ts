/** Where a job says what it does. The edges decide how it looks and mask what is secret. */
export interface Log {
  info(line: string): void;
  warning(line: string): void;
  /** Lines that belong together and may be folded away. */
  group(title: string, lines: readonly string[]): void;
}
