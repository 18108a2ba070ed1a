import type { Logform, Logger } from 'winston';
import winston from 'winston';
import { noticeMissingPreload } from '../doctor/notice-missing-preload.ts';
import { writeLastLine } from './last-line.ts';
import { replaceMethods } from './logger-methods.ts';
import { createOutlet } from './outlet.ts';

export interface LoggerOptions {
  /** The least important level that is written: error, warn, info, http, verbose, debug or silly. Default info. */
  readonly level?: string;
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
  noticeMissingPreload();
  writeLastLine();
  const console = new winston.transports.Console({ eol: '\n' });
  const logger = winston.createLogger({ level, levels, format: alreadyFormatted, transports: [console] });
  return replaceMethods(logger, createOutlet(logger, console));
}

const alreadyFormatted = { transform: (info: unknown) => info } as Logform.Format;
