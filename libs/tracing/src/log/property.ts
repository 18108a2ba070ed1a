/** Reading runs the caller's own code: a getter, a proxy's trap. Here it cannot throw. */
export function readProperty(object: object, name: string): unknown {
  try {
    return Reflect.get(object, name);
  } catch {
    return '[Unreadable]';
  }
}

/** An own property of any name: assigning `__proto__` would set the prototype instead. */
export function setProperty<Value>(object: Record<string, Value>, name: string, value: Value): void {
  if (name !== '__proto__') object[name] = value;
  else Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}
