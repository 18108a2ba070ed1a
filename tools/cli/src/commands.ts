import type { Command } from './command.ts';
import { traceCommand } from './trace/command.ts';
import { verifyCommand } from './verify/command.ts';

/** Every command of `mesh` by its name, in the order in which the help lists them. */
export const commands: Readonly<Record<string, Command>> = {
  trace: {
    summary: 'shows the whole path of a request: <trace id | order id | last>',
    run: traceCommand,
  },
  verify: { summary: 'proves that orders and stock agree, at rest and under load', run: verifyCommand },
};
