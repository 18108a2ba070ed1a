import type { Log } from '../log.ts';

export interface Line {
  readonly level: keyof Log;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A log that keeps its lines. */
export function recordingLog() {
  const lines: Line[] = [];
  const write =
    (level: keyof Log) =>
    (message: string, fields: object = {}) =>
      lines.push({ level, message, fields: { ...fields } });
  const log: Log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  const linesOf = (message: string) => lines.filter((line) => line.message === message);
  return { log, lines, linesOf };
}
