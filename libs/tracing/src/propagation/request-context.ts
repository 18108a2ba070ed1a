import { type Context, ROOT_CONTEXT, type Span, trace } from '@opentelemetry/api';
import { REQUEST_KEY, RequestRecord } from '../request-record.ts';
import { ORIGIN_KEY } from './origin.ts';

/**
 * A context that has a place of its own for what each request has: its span, its record, and where it comes from. The
 * API's own contexts copy a map and make three functions at each change, which took longer than the rest of receiving a
 * call.
 */
class RequestContext implements Context {
  readonly #span: unknown;
  readonly #origin: unknown;
  readonly #record: unknown;
  readonly #others: Context;

  constructor(span: unknown, origin: unknown, record: unknown, others: Context) {
    this.#span = span;
    this.#origin = origin;
    this.#record = record;
    this.#others = others;
  }

  getValue(key: symbol): unknown {
    if (key === SPAN_KEY) return this.#span;
    if (key === ORIGIN_KEY) return this.#origin;
    return key === REQUEST_KEY ? this.#record : this.#others.getValue(key);
  }

  setValue(key: symbol, value: unknown): Context {
    if (key === SPAN_KEY) return new RequestContext(value, this.#origin, this.#record, this.#others);
    if (key === ORIGIN_KEY) return new RequestContext(this.#span, value, this.#record, this.#others);
    if (key === REQUEST_KEY) return new RequestContext(this.#span, this.#origin, value, this.#others);
    return new RequestContext(this.#span, this.#origin, this.#record, this.#others.setValue(key, value));
  }

  deleteValue(key: symbol): Context {
    if (key === SPAN_KEY || key === ORIGIN_KEY || key === REQUEST_KEY) return this.setValue(key, undefined);
    return new RequestContext(this.#span, this.#origin, this.#record, this.#others.deleteValue(key));
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

/** The context that a request starts with: as empty as the API's root context, but for a new record. */
export function startRequest(): Context {
  return new RequestContext(undefined, undefined, new RequestRecord(), ROOT_CONTEXT);
}
