import { readProperty, setProperty } from './property.ts';

/** What winston makes of a call: an object with the fields, or the very Error that was logged. */
export interface LogInfo {
  readonly level: string;
  readonly message: unknown;
}

/** A call's parts: `error` is the Error that stood in the place of the message or of the fields. */
export interface LogCall {
  readonly message: unknown;
  readonly error: Error | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

const SPLAT = Symbol.for('splat');

/**
 * Undoes what winston does to the arguments of a call. It spreads an Error over the line, without its type,
 * and drops arguments after the second and those of a message with `%s` in it; here they are kept as `args`.
 */
export function readLogInfo(info: LogInfo): LogCall {
  const [first, ...rest] = splatOf(info);
  const error = [info, info.message, first].find((value) => value instanceof Error);
  const fields: Record<string, unknown> = {};
  if (isFields(first)) copyFields(first, fields, error);
  copyFields(info, fields, error);
  const args = first === undefined || isFields(first) || first === error ? rest : [first, ...rest];
  if (args.length > 0) fields['args'] = args;
  return { message: info.message instanceof Error ? info.message.message : info.message, error, fields };
}

function splatOf(info: LogInfo): readonly unknown[] {
  const splat: unknown = Reflect.get(info, SPLAT);
  return Array.isArray(splat) ? splat : [];
}

function isFields(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Error);
}

/** All but the line's own parts, and what winston took from the Error. */
function copyFields(from: object, to: Record<string, unknown>, error: Error | undefined): void {
  for (const name of Object.keys(from)) {
    if (name === 'level' || name === 'message' || (error && Object.hasOwn(error, name))) continue;
    setProperty(to, name, readProperty(from, name));
  }
}
