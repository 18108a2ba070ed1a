import type { Command } from './command.ts';

/** Every command of `mesh` by its name, in the order in which the help lists them. */
export const commands: Readonly<Record<string, Command>> = {};
