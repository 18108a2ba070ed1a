/** The environment as `main.ts` read it; a command validates what it uses of it. */
export type Env = Readonly<Record<string, string | undefined>>;

/** One `mesh` command. */
export interface Command {
  /** What it does and its arguments, as the list of commands shows it; one line. */
  readonly summary: string;
  /** Runs with the words after the command's name and answers the exit code. Explains a refusal on stderr itself. */
  readonly run: (args: string[], env: Env) => Promise<number>;
}
