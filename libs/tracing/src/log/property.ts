/** Stands for what the caller's own code threw at us. */
export const UNREADABLE = '[Unreadable]';

/** Reading runs the caller's own code: a getter, a proxy's trap. Here it cannot throw. */
export function readProperty(object: object, name: PropertyKey): unknown {
  try {
    return (object as Record<PropertyKey, unknown>)[name];
  } catch {
    return UNREADABLE;
  }
}
