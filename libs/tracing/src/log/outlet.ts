import { diag } from '@opentelemetry/api';
import type winston from 'winston';
import type { Logger } from 'winston';
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
}

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

  return {
    isEnabled,
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
