import type { Logform, Logger } from 'winston';
import winston from 'winston';
import TransportStream from 'winston-transport';
import { createLine } from './line.ts';
import type { LogInfo } from './log-info.ts';
import { createLogRecord, type LogRecord } from './log-record.ts';
import { emitLogRecord } from './otlp-log.ts';
import { currentSpanContext } from './trace-context.ts';

export interface LoggerOptions {
  /** The least important level that is written: error, warn, info, http, verbose, debug or silly. Default info. */
  readonly level?: string;
}

const LEVEL = Symbol.for('level');
const MESSAGE = Symbol.for('message');
const RECORD = Symbol('record');

/** What goes through winston's streams: the finished line, and the record for OTLP. */
interface Formatted {
  readonly level: string;
  readonly message: string;
  readonly [LEVEL]: string;
  readonly [MESSAGE]: string;
  readonly [RECORD]: LogRecord;
}

/**
 * A winston logger whose lines are one JSON object each on stdout, and log records over OTLP where the preload
 * is there. Both carry the ids of the span that the call was made in.
 *
 * @throws RangeError for a level that does not exist (winston would then write nothing, and say nothing)
 */
export function createLogger({ level = 'info' }: LoggerOptions = {}): Logger {
  const levels = winston.config.npm.levels;
  if (!Object.hasOwn(levels, level)) {
    throw new RangeError(
      `The log level must be one of ${Object.keys(levels).join(', ')}, but it is ${level}.`,
    );
  }
  const console = new winston.transports.Console({ eol: '\n' });
  const otlp = new TransportStream({ log: sendRecord });
  const logger = winston.createLogger({
    level,
    levels,
    format: alreadyFormatted,
    transports: [console, otlp],
  });
  return formatOnWrite(logger);
}

const alreadyFormatted = { transform: (info: unknown) => info } as Logform.Format;

/**
 * Makes the line inside the call, in one pass. A winston format would see it later: the streams between may
 * buffer, and then another span is active and the caller's objects may have changed.
 */
function formatOnWrite(logger: Logger): Logger {
  const write = logger.write.bind(logger) as (formatted: Formatted) => boolean;
  logger.write = (info: LogInfo): boolean => !logger.isLevelEnabled(info.level) || write(format(info));
  return logger;
}

function format(info: LogInfo): Formatted {
  const record = createLogRecord(info, currentSpanContext());
  const { level, message } = record;
  return { level, message, [LEVEL]: level, [MESSAGE]: createLine(record), [RECORD]: record };
}

function sendRecord(formatted: Formatted, next: () => void): void {
  emitLogRecord(formatted[RECORD]);
  next();
}
