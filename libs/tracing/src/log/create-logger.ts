import type { Logform, Logger } from 'winston';
import winston from 'winston';
import { noticeMissingPreload } from '../doctor/notice-missing-preload.ts';
import { currentSpanContext } from '../trace-context.ts';
import { createLine } from './line.ts';
import type { LogInfo } from './log-info.ts';
import { createLogRecord } from './log-record.ts';
import { emitLogRecord } from './otlp-log.ts';
import { writeLine } from './stdout-lines.ts';

export interface LoggerOptions {
  /** The least important level that is written: error, warn, info, http, verbose, debug or silly. Default info. */
  readonly level?: string;
}

type ConsoleTransport = InstanceType<typeof winston.transports.Console>;

const LEVEL = Symbol.for('level');
const MESSAGE = Symbol.for('message');

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
  noticeMissingPreload();
  const console = new winston.transports.Console({ eol: '\n' });
  const logger = winston.createLogger({ level, levels, format: alreadyFormatted, transports: [console] });
  return formatOnWrite(logger, console);
}

const alreadyFormatted = { transform: (info: unknown) => info } as Logform.Format;

/**
 * Makes the line inside the call, in one pass. A winston format would see it later: the streams between may
 * buffer, and then another span is active and the caller's objects may have changed. As long as nobody added a
 * transport, the line does not pass through these streams at all: they cost more than the line.
 */
function formatOnWrite(logger: Logger, console: ConsoleTransport): Logger {
  const write = logger.write.bind(logger) as (formatted: object) => boolean;
  logger.write = (info: LogInfo): boolean => {
    if (logger.silent || !logger.isLevelEnabled(info.level)) return true;
    const record = createLogRecord(info, currentSpanContext());
    emitLogRecord(record);
    const line = createLine(record);
    const { level, message } = record;
    if (!isAlone(logger, console)) return write({ level, message, [LEVEL]: level, [MESSAGE]: line });
    writeLine(line);
    return true;
  };
  return logger;
}

/** Whether winston would do with a line nothing but write it. */
function isAlone({ transports }: Logger, console: ConsoleTransport): boolean {
  return transports.length === 1 && transports[0] === console && !console.silent && !console.format;
}
