import type { Env } from '../command.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { showProgress } from '../up/progress.ts';
import { type NativeName, nativePrograms } from './native-programs.ts';
import { provide } from './provide.ts';

/** Where `mesh native` writes its progress, and who stops it. */
export interface NativeSurroundings {
  readonly terminal: Terminal;
  /** Writes to stderr: stdout has the paths only. */
  readonly printProgress: (text: string) => void;
  readonly canRewrite: boolean;
  readonly stop: AbortSignal;
}

const exitCode = { made: 0, failed: 1, usage: 2 } as const;
/** What `--backends native` runs, and the tool that checks Prometheus' rules. */
const USUAL: readonly NativeName[] = ['otel-collector', 'jaeger', 'loki', 'prometheus', 'promtool'];

/** `mesh native [names...]`: makes what is missing and prints one line each, the name, a tab and the path. */
export async function runNative(args: string[], env: Env, surroundings: NativeSurroundings): Promise<number> {
  const { terminal, printProgress, canRewrite, stop } = surroundings;
  const unknown = args.find((name) => !isNativeName(name));
  if (unknown !== undefined) {
    const known = Object.keys(nativePrograms).join(', ');
    terminal.complain(`mesh native: there is no program "${unknown}". There are ${known}.`);
    return exitCode.usage;
  }
  const names = args.length > 0 ? args.filter(isNativeName) : USUAL;
  const progress = showProgress({ ...terminal, print: printProgress }, canRewrite);
  try {
    const paths = await provide(names, { env, progress, canRewrite, signal: stop });
    for (const name of names) terminal.print(`${name}\t${paths[name]}\n`);
    return exitCode.made;
  } catch (error) {
    terminal.complain(stop.aborted ? 'Stopped.' : (error as Error).message);
    return exitCode.failed;
  }
}

function isNativeName(name: string): name is NativeName {
  return Object.hasOwn(nativePrograms, name);
}
