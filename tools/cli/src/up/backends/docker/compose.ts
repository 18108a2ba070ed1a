import { type Asking, askTool } from '../../../host/ask-tool.ts';
import { runTool } from '../../../host/run-tool.ts';

/** The back ends of the repository's compose file. */
export interface Compose {
  /** Starts them and waits until they are healthy. Rejects with a sentence. */
  up(onLine: (line: string) => void, signal: AbortSignal): Promise<void>;
  /** Stops their containers; the data stays in its volumes. */
  stop(signal: AbortSignal): Promise<void>;
}

/** How compose is run. */
export interface ComposeOptions {
  /** The words that its command line begins with. */
  readonly command: readonly string[];
  readonly asking: Asking;
  /** Ends at once what runs. */
  readonly force: AbortSignal;
  /** What it prints is appended here. */
  readonly logFile: string;
  /** Files after those of the repository, with a colon between them. */
  readonly moreFiles: string | undefined;
}

const BACK_ENDS = ['jaeger', 'loki', 'prometheus', 'otel-collector', 'grafana'];
/** Publishes the ports of the back ends on loopback, for services that are not containers. */
const FILES = ['docker-compose.yml', 'deploy/compose/direct.yml'];
const STOP_SECONDS = '10';

/** Rejects with a sentence where the files cannot be read. */
export async function openCompose(options: ComposeOptions): Promise<Compose> {
  const { command, asking, force, logFile, moreFiles } = options;
  const files = [...FILES, ...(moreFiles?.split(':') ?? [])].flatMap((file) => ['-f', file]);
  const [program = '', ...args] = [...command, '--ansi=never', ...files];
  const { code, stdout, stderr } = await askTool(program, [...args, 'config', '--services'], asking);
  if (code !== 0) throw new Error(`The compose files cannot be used: ${stderr.trim()}`);
  // A file may leave one out by a profile, as that of the local images does with Grafana; to name it would start it.
  const known = stdout.trim().split('\n');
  const names = BACK_ENDS.filter((name) => known.includes(name));
  const run = (words: readonly string[], signal: AbortSignal, onLine = (_: string) => {}) =>
    runTool({
      command: program,
      args: [...args, ...words, ...names],
      cwd: asking.cwd,
      env: asking.env,
      logFile,
      signal,
      force,
      onLine,
    });
  return {
    up: (onLine, signal) => run(['up', '-d', '--wait'], signal, onLine),
    stop: (signal) => run(['stop', '--timeout', STOP_SECONDS], signal),
  };
}
