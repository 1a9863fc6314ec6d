/** The environment of a child process. */
export type Environment = Readonly<Record<string, string>>;
