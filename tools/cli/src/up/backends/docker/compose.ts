import type { Env } from '../../../command.ts';
import { repositoryRoot } from '../../../host/home.ts';
import { runTool } from '../../../host/run-tool.ts';

/** The back ends of the repository's compose file. */
export interface Compose {
  /** Starts them and waits until they are healthy. Rejects with a sentence. */
  up(onLine: (line: string) => void, signal: AbortSignal): Promise<void>;
  /** Stops their containers; the data stays in its volumes. */
  stop(signal: AbortSignal): Promise<void>;
}

const BACK_ENDS = ['jaeger', 'loki', 'prometheus', 'otel-collector', 'grafana'];
/** Publishes the ports of the back ends on loopback, for services that are not containers. */
const FILES = ['docker-compose.yml', 'deploy/compose/direct.yml'];
const STOP_SECONDS = '10';

/**
 * `command` are the words that a compose command line begins with. `moreFiles` come after those of the repository, with
 * a colon between them.
 */
export function composeOf(
  command: readonly string[],
  env: Env,
  logFile: string,
  moreFiles: string | undefined,
): Compose {
  const files = [...FILES, ...(moreFiles?.split(':') ?? [])].flatMap((file) => ['-f', file]);
  const run = (words: readonly string[], signal: AbortSignal, onLine?: (line: string) => void) => {
    const [program = '', ...args] = [...command, '--ansi=never', ...files, ...words];
    return runTool({
      command: program,
      args,
      cwd: repositoryRoot,
      env,
      logFile,
      signal,
      onLine: onLine ?? (() => {}),
    });
  };
  return {
    up: (onLine, signal) => run(['up', '-d', '--wait', ...BACK_ENDS], signal, onLine),
    stop: (signal) => run(['stop', '--timeout', STOP_SECONDS, ...BACK_ENDS], signal),
  };
}
