import type { Env } from '../command.ts';

/** What the making of a unit is given. */
export interface Making {
  readonly env: Env;
  /** What the tools print. */
  readonly logFile: string;
  readonly signal: AbortSignal;
  /** Called for each package that Go compiles, and each module that it downloads. */
  readonly onPackage: () => void;
}
