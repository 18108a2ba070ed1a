/** What copies of `@opentelemetry/api` 1.x share: who came first has set the version. */
interface RegisteredApi {
  readonly version: string;
  /** The tracer provider. */
  readonly trace?: object;
}

const KEY = Symbol.for('opentelemetry.js.api.1');

/** Nothing as long as nobody has registered anything. */
export function registeredApi(): RegisteredApi | undefined {
  return Reflect.get(globalThis, KEY);
}
