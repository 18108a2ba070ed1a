import { diag, type Span, trace } from '@opentelemetry/api';
import type winston from 'winston';
import type { Logger } from 'winston';
import { capturedBy, mayCapture } from '../capture/current-capture.ts';
import type { Call } from './call.ts';
import { logCall } from './log-call.ts';
import { isUrgent } from './severity.ts';
import { writeLine } from './stdout/write-line.ts';

export type ConsoleTransport = InstanceType<typeof winston.transports.Console>;

/** Where the calls of a logger go. */
export interface Outlet {
  isEnabled(level: string): boolean;
  /** Makes the line and writes it. @returns what a stream's `write` returns */
  put(call: Call): boolean;
  /** The span whose trace a call that is not enabled may be wanted for, when that is kept after the fact. */
  wantedIn(level: string): Span | undefined;
}

/** `silly` is what nobody wants of a failure either; what counts for more is written as a rule. */
const HELD: ReadonlySet<string> = new Set(['http', 'verbose', 'debug']);

const LEVEL = Symbol.for('level');
const MESSAGE = Symbol.for('message');

/**
 * As long as nobody added a transport, a line does not pass through winston's streams at all: they cost more than the
 * line. What they would do with it is done here: the levels of logger and transport, `silent`, formats.
 *
 * @param console the transport that the logger was made with
 */
export function createOutlet(logger: Logger, console: ConsoleTransport): Outlet {
  const write = logger.write.bind(logger) as (formatted: object) => boolean;
  const isAlone = watchTransports(logger, console);

  function isEnabled(level: string): boolean {
    if (logger.silent) return false;
    const given = logger.levels[level];
    if (given === undefined) diag.warn(`a line is not written: there is no level ${level}`);
    if (!isAlone()) return logger.isLevelEnabled(level);
    const limit = logger.levels[console.level ?? logger.level] ?? logger.levels[logger.level];
    return given !== undefined && limit !== undefined && limit >= given;
  }

  /**
   * What is held goes to stdout and over OTLP, and to no transport that somebody added: its level did not ask for the line, and
   * a line is late. Where stdout is not ours, there is no place for it.
   */
  function isOurs(): boolean {
    if (logger.silent || console.silent || console.format) return false;
    return isAlone() || logger.transports.includes(console);
  }

  return {
    isEnabled,
    wantedIn(level) {
      if (!mayCapture() || !HELD.has(level)) return undefined;
      const span = trace.getActiveSpan();
      return capturedBy(span) && isOurs() ? span : undefined;
    },
    put(call) {
      const { json, message } = logCall(call);
      const { level } = call;
      if (!isAlone() || console.silent || console.format)
        return write({ level, message, [LEVEL]: level, [MESSAGE]: json });
      writeLine(json, isUrgent(level));
      return true;
    },
  };
}

/** @returns whether the transport is the only one: looked up only after it may have changed, as that takes winston long */
function watchTransports(logger: Logger, console: ConsoleTransport): () => boolean {
  let isAlone: boolean | undefined;
  for (const name of ['pipe', 'unpipe'] as const) {
    const change = logger[name].bind(logger) as (...args: unknown[]) => unknown;
    Object.assign(logger, {
      [name]: (...args: unknown[]) => {
        isAlone = undefined;
        return change(...args);
      },
    });
  }
  return () => {
    isAlone ??= logger.transports.length === 1 && logger.transports[0] === console;
    return isAlone;
  };
}
