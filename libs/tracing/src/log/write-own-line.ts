import { ownLine } from './own-line.ts';
import { isUrgent } from './severity.ts';
import { writeLine } from './stdout/write-line.ts';

/** A line of this library's own among those of the service, of their shape: it belongs to no request. */
export function writeOwnLine(
  level: string,
  message: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  writeLine(ownLine(level, message, fields), isUrgent(level));
}
