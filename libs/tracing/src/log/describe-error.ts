import { readProperty } from './property.ts';

const LEVEL = Symbol.for('level');

/** What an Error says of itself, and what winston writes onto one that is logged by itself. */
const OWN_PARTS = ['name', 'message', 'stack', 'cause', 'errors', 'level'];

/**
 * An error as an object with `type`, `message`, `stack`, what was set on it (`code`, `details`), its `cause`
 * and, for an AggregateError, its `errors`.
 */
export function describeError(error: Error): object {
  const described: Record<string, unknown> = {
    __proto__: null,
    type: typeOf(error),
    message: readProperty(error, 'message'),
    stack: readProperty(error, 'stack'),
  };
  for (const name of Object.keys(error))
    if (!OWN_PARTS.includes(name)) described[name] = readProperty(error, name);
  if (Object.hasOwn(error, 'level') && !(LEVEL in error)) described['level'] = readProperty(error, 'level');
  described['cause'] = readProperty(error, 'cause');
  described['errors'] = readProperty(error, 'errors');
  return described;
}

/** The name it was given, or that of its class: `class StockError extends Error {}` leaves the name `Error`. */
function typeOf(error: Error): unknown {
  const name = readProperty(error, 'name');
  const type = readProperty(error, 'constructor');
  return name === 'Error' && typeof type === 'function' ? type.name : name;
}
