import type { Call } from './call.ts';
import { isError } from './is-error.ts';
import { isFields } from './is-fields.ts';
import { readProperty } from './property.ts';

const NONE: readonly never[] = [];

/**
 * The arguments of `logger.info(…)`, as winston understands them, without what it does to them: it spreads an Error over
 * the line, without its type, writes its own marks onto the caller's object, and drops what comes after the second.
 */
export function readCall(level: string, args: readonly unknown[], shared: readonly object[] = NONE): Call {
  const message = args.length === 0 ? '' : args[0];
  if (args.length > 1) return readMessageAndFields(level, message, args[1], args, shared);
  return isFields(message) && !isError(message) && readProperty(message, 'message')
    ? readInfo(level, message, shared)
    : readMessage(level, message, shared);
}

/** The arguments of `logger.log(…)` after the level: an object is always fields and never the message itself. */
export function readLogCall(level: string, args: readonly unknown[], shared: readonly object[]): Call {
  const message = args[0];
  return args.length === 1 && isFields(message) && !isError(message)
    ? readInfo(level, message, shared)
    : readCall(level, args, shared);
}

/** @param info an object with the message and the fields in one */
export function readInfo(level: string, info: object, shared: readonly object[]): Call {
  const message = readProperty(info, 'message');
  const error = isError(message) ? message : undefined;
  return {
    level,
    message: error ? readProperty(error, 'message') : message,
    error,
    fields: info,
    isInfo: true,
    shared,
    args: NONE,
  };
}

function readMessage(level: string, message: unknown, shared: readonly object[]): Call {
  const error = isError(message) ? message : undefined;
  return {
    level,
    message: error ? readProperty(error, 'message') : message,
    error,
    fields: undefined,
    isInfo: false,
    shared,
    args: NONE,
  };
}

function readMessageAndFields(
  level: string,
  message: unknown,
  first: unknown,
  args: readonly unknown[],
  shared: readonly object[],
): Call {
  const ofMessage = isError(message) ? message : undefined;
  const ofFields = isError(first) ? first : undefined;
  const hasFields = !ofFields && isFields(first);
  return {
    level,
    message: ofMessage ? readProperty(ofMessage, 'message') : message,
    error: ofMessage ?? ofFields,
    fields: hasFields ? first : undefined,
    isInfo: false,
    shared,
    args: restOf(args, hasFields || first === undefined || (ofFields !== undefined && !ofMessage)),
  };
}

function restOf(args: readonly unknown[], isFirstRead: boolean): readonly unknown[] {
  if (!isFirstRead) return args.slice(1);
  return args.length > 2 ? args.slice(2) : NONE;
}
