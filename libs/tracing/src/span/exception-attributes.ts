import type { Attributes, Exception } from '@opentelemetry/api';

interface Words {
  readonly code?: string | number;
  readonly name?: string;
  readonly message?: string;
  readonly stack?: string;
}

/**
 * The attributes of an `exception` event: https://opentelemetry.io/docs/specs/semconv/exceptions/exceptions-spans/.
 * The type is the `code`, where there is one, as in the SDK.
 *
 * @returns undefined where the exception says neither what it is nor what happened
 */
export function exceptionAttributes(exception: Exception | undefined): Attributes | undefined {
  const words: Words = typeof exception === 'string' ? { message: exception } : (exception ?? {});
  const { code, name, message, stack } = words;
  const type = code ? String(code) : name;
  if (!type && !message) return undefined;
  return {
    ...(type && { 'exception.type': type }),
    ...(message && { 'exception.message': message }),
    ...(stack && { 'exception.stacktrace': stack }),
  };
}
