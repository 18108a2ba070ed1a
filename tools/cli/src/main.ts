#!/usr/bin/env -S node --conditions=@mesh/source
import { commands } from './commands.ts';
import { runCommand } from './run-command.ts';

// biome-ignore lint/style/noProcessEnv: the one place that reads the environment
process.exitCode = await runCommand(commands, process.argv.slice(2), process.env);
