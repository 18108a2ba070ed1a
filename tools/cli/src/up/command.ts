import type { Env } from '../command.ts';
import { processTerminal } from '../terminal/process-terminal.ts';
import { runUp } from './run-up.ts';
import { listenForStop } from './stop-signals.ts';

/** `mesh up`: runs the whole mesh in the foreground until Ctrl-C. */
export async function upCommand(args: string[], env: Env): Promise<number> {
  return await runUp(args, env, {
    terminal: processTerminal(),
    canRewrite: process.stdout.isTTY === true,
    signals: listenForStop(),
  });
}
