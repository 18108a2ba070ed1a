import type { Env } from '../command.ts';
import { processTerminal } from '../terminal/process-terminal.ts';
import { listenForStop } from '../up/stop-signals.ts';
import { runNative } from './run-native.ts';

/** `mesh native`: makes the back ends that run without Docker and tells where they are. */
export async function nativeCommand(args: string[], env: Env): Promise<number> {
  return await runNative(args, env, {
    terminal: processTerminal(),
    printProgress: (text) => process.stderr.write(text),
    canRewrite: process.stderr.isTTY === true,
    stop: listenForStop().stop,
  });
}
