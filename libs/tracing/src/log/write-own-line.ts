import { createLine } from './line.ts';
import { createLogRecord } from './log-record.ts';
import { writeLine } from './stdout-lines.ts';

/** A line of this library's own among those of the service, of their shape: it belongs to no request. */
export function writeOwnLine(
  level: string,
  message: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  writeLine(createLine(createLogRecord({ level, message, ...fields } as never, undefined)));
}
