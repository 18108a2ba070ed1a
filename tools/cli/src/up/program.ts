/** Something that the host keeps running. */
export interface Program {
  readonly name: string;
  /** True where the mesh gets up, and stays up, without it. */
  readonly optional?: boolean;
  /** Starts it once. Rejects with a sentence when it cannot be started; stops trying when `signal` aborts. */
  start(signal: AbortSignal): Promise<Running>;
}

/** One life of a program. */
export interface Running {
  readonly pid: number;
  /** True when it can be used, false when it ended before that. */
  readonly ready: Promise<boolean>;
  /** Resolves when it has ended. */
  readonly ended: Promise<End>;
  /** Asks it to end in its own time. */
  stop(): void;
  /** Ends it at once. */
  kill(): void;
}

/** How a life ended. */
export interface End {
  /** For people, e.g. `SIGKILL` or `code 1, see order.log`. */
  readonly how: string;
  /** True when it went by itself, false when a signal ended it. */
  readonly byItself: boolean;
}
