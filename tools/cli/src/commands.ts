import type { Command } from './command.ts';
import { traceCommand } from './trace/command.ts';

/** Every command of `mesh` by its name, in the order in which the help lists them. */
export const commands: Readonly<Record<string, Command>> = {
  trace: {
    summary: 'shows the whole path of a request: <trace id | order id | last>',
    run: traceCommand,
  },
};
