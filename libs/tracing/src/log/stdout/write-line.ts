import type { LineWriter } from './line-writer.ts';
import { processWriter } from './process-writer.ts';

let writer: LineWriter | undefined;

/**
 * Writes a line to stdout at the end of this turn of the event loop, together with the others of the turn. Never waits for
 * the reader, except where the process ends, also by `process.exit` or an uncaught exception.
 *
 * @param line one JSON object, without its end
 * @param isUrgent a warning or an error: kept longest when more waits than may
 */
export function writeLine(line: string, isUrgent: boolean): void {
  writer ??= processWriter('stdout');
  writer.write(line, isUrgent);
}
