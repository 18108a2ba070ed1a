import type { Trap } from '../finding.ts';

/** One way to start a program with the preload, or without it. */
export interface Way {
  readonly name: string;
  /** A file of `programs.ts`, or a bundle of one. */
  readonly program: string;
  /** What Node is told; `@mesh/tracing/register` stands for the preload, a file for another one. */
  readonly flags: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly spans: 0 | 1 | 2;
  /** The line in the handler has the ids of a span. */
  readonly hasIds: boolean;
  readonly traps: readonly Trap[];
  /** It differs little from another one: only `npm run test:soak` runs it. */
  readonly isRare?: true;
}
