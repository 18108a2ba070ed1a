const LEVEL = Symbol.for('level');

/**
 * An error as an object with `type`, `message`, `stack`, what was set on it (`code`, `details`), its `cause`
 * and, for an AggregateError, its `errors`.
 */
export function describeError(error: Error): object {
  return {
    type: typeOf(error),
    message: error.message,
    stack: error.stack,
    ...ownProperties(error),
    ...(error.cause !== undefined && { cause: error.cause }),
    ...(error instanceof AggregateError && { errors: error.errors }),
  };
}

function ownProperties(error: Error): object {
  const { level, ...own } = error as Error & { level?: unknown };
  // winston writes the line's level onto an Error that is logged by itself.
  return LEVEL in error ? own : { ...own, ...(level !== undefined && { level }) };
}

/** The name it was given, or that of its class: `class StockError extends Error {}` leaves the name `Error`. */
function typeOf(error: Error): string {
  return error.name === 'Error' ? error.constructor.name : error.name;
}
