import { type Context, ROOT_CONTEXT, type Span, trace } from '@opentelemetry/api';
import { ORIGIN_KEY } from './origin.ts';

/**
 * A context that has a place of its own for what each request has: its span, and where it comes from. The API's own
 * contexts copy a map and make three functions at each change, which took longer than the rest of receiving a call.
 */
class RequestContext implements Context {
  readonly #span: unknown;
  readonly #origin: unknown;
  readonly #others: Context;

  constructor(span: unknown, origin: unknown, others: Context) {
    this.#span = span;
    this.#origin = origin;
    this.#others = others;
  }

  getValue(key: symbol): unknown {
    if (key === SPAN_KEY) return this.#span;
    return key === ORIGIN_KEY ? this.#origin : this.#others.getValue(key);
  }

  setValue(key: symbol, value: unknown): Context {
    if (key === SPAN_KEY) return new RequestContext(value, this.#origin, this.#others);
    if (key === ORIGIN_KEY) return new RequestContext(this.#span, value, this.#others);
    return new RequestContext(this.#span, this.#origin, this.#others.setValue(key, value));
  }

  deleteValue(key: symbol): Context {
    if (key === SPAN_KEY || key === ORIGIN_KEY) return this.setValue(key, undefined);
    return new RequestContext(this.#span, this.#origin, this.#others.deleteValue(key));
  }
}

/** Where the API keeps the span of a context: it has no name for it, and shows it to a context that it writes to. */
const SPAN_KEY = spanKey();

function spanKey(): symbol | undefined {
  let seen: symbol | undefined;
  const probe: Context = {
    getValue: () => undefined,
    setValue(key) {
      seen = key;
      return probe;
    },
    deleteValue: () => probe,
  };
  trace.setSpan(probe, {} as Span);
  return seen;
}

/** The context that every request starts with: as empty as the API's root context. */
export const REQUEST_ROOT: Context = new RequestContext(undefined, undefined, ROOT_CONTEXT);
