import { logCall } from './log-call.ts';
import { readCall } from './read-call.ts';
import { isUrgent } from './severity.ts';
import { writeLine } from './stdout/write-line.ts';

/** A line of this library's own about the request under way, with its ids, as the service's logger would write it. */
export function writeCallLine(
  level: string,
  message: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  const { json } = logCall(readCall(level, [message, fields]));
  writeLine(json, isUrgent(level));
}
