import { context } from '@opentelemetry/api';
import { thrownIn } from '../thrown-in.ts';
import { isError } from './is-error.ts';
import { logCall } from './log-call.ts';
import { writeLine } from './stdout/write-line.ts';

const WRITTEN = Symbol.for('@mesh/tracing/last-line');

/**
 * Makes an exception that nobody catches, or a rejection, the last line of the process, with the ids of where it was thrown.
 * What Node itself does stays: its text on stderr, the exit code. Once in a process, whichever copy of this module is first.
 */
export function writeLastLine(): void {
  const marked = process as { [WRITTEN]?: true };
  if (marked[WRITTEN]) return;
  marked[WRITTEN] = true;
  process.on('uncaughtExceptionMonitor', (thrown: unknown, origin) => {
    if (isCaught()) return;
    const what = origin === 'uncaughtException' ? 'uncaught exception' : 'unhandled rejection';
    const line = context.with(thrownIn(thrown) ?? context.active(), () => lineOf(thrown, what));
    writeLine(line, true);
  });
}

/** Whether the program has a handler: then it is its own affair, and the process may go on. */
function isCaught(): boolean {
  return process.listenerCount('uncaughtException') > 0 || process.hasUncaughtExceptionCaptureCallback();
}

function lineOf(thrown: unknown, what: string): string {
  const error = isError(thrown) ? thrown : undefined;
  const fields = error ? undefined : { thrown };
  // The error's own message comes after it, as in every line.
  const message = error ? `${what}:` : what;
  return logCall({ level: 'error', message, error, fields, isInfo: false, shared: [], args: [] }).json;
}
