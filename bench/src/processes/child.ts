import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A process that speaks by `answerParent`. One question at a time. */
export interface Child extends AsyncDisposable {
  readonly port: number;
  readonly pid: number;
  /** How many lines it has written to stdout. */
  readonly lines: () => number;
  ask<Answer>(question: string): Promise<Answer>;
}

export interface ChildOptions {
  /** What stands in front of the file on Node's command line. */
  readonly flags?: readonly string[];
  readonly args?: readonly string[];
  /** All of its environment: nothing of the bench's own is to reach what is measured. */
  readonly env?: Readonly<Record<string, string>>;
}

const PATIENCE_MS = 5000;

/**
 * Starts a TypeScript file of the bench. Its stdout is a pipe that is read, as a container engine does it; its stderr is
 * the bench's own.
 *
 * @param file from `src/`
 * @throws Error when it ends instead of telling its port
 */
export function startChild(file: string, options: ChildOptions = {}): Promise<Child> {
  const { flags = [] } = options;
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  return startProgram(path, { ...options, flags: ['-C', '@mesh/source', ...flags] });
}

/** The same for a file that is elsewhere, in its own folder. */
export async function startProgram(path: string, options: ChildOptions): Promise<Child> {
  const { flags = [], args = [], env = {} } = options;
  const child = spawn(process.execPath, [...flags, path, ...args], {
    cwd: dirname(path),
    env: { ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const lines = countLines(child);
  // Not 'close': it never comes after this side has disconnected.
  const exited = once(child, 'exit');
  const { port } = await answerOf<{ port: number }>(child, path);
  return {
    port,
    pid: child.pid ?? 0,
    lines,
    ask<Answer>(question: string) {
      child.send(question);
      return answerOf<Answer>(child, path);
    },
    async [Symbol.asyncDispose]() {
      if (child.connected) child.disconnect();
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}

async function answerOf<Answer>(child: ChildProcess, file: string): Promise<Answer> {
  const ended = new AbortController();
  const gone = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`${file} ended with ${code} when it was to answer.`);
  });
  try {
    const [answer] = await Promise.race([once(child, 'message', { signal: ended.signal }), gone]);
    return answer as Answer;
  } finally {
    gone.catch(() => {});
    ended.abort();
  }
}

const LINE_FEED = 10;

function countLines({ stdout }: ChildProcess): () => number {
  let lines = 0;
  stdout?.on('data', (chunk: Buffer) => {
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) lines++;
  });
  return () => lines;
}
