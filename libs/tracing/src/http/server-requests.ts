import * as http from 'node:http';
import * as https from 'node:https';
import { context } from '@opentelemetry/api';
import { listenTo } from './listen-to.ts';
import { type ServerSpan, type StartedRequest, startServerSpan } from './server-span.ts';
import type { TracingParts } from './tracing-parts.ts';

const STARTED = 'http.server.request.start';

/** The events that hand a request to its handlers. One may lead to another: `checkExpectation` sent on as `request`. */
const HANDLING: readonly unknown[] = ['request', 'checkContinue', 'checkExpectation'];

/**
 * Traces what Node's HTTP/1 servers are asked: also what Node answers by itself (no Host, too many requests).
 * A connection that is upgraded is no request, and what the parser refuses is none yet.
 *
 * @returns what ends that
 */
export function traceServerRequests(parts: TracingParts): () => void {
  const spans = new WeakMap<object, ServerSpan>();
  const stop = listenTo(STARTED, (message) => {
    const started = message as StartedRequest;
    spans.set(started.request, startServerSpan(parts, started));
  });
  const restores = [http.Server.prototype, https.Server.prototype].map((server) => handleIn(spans, server));
  return () => {
    for (const undo of [stop, ...restores]) undo();
  };
}

/** Makes servers run the handlers of a request in its context. A channel can tell of a request, but cannot do that. */
function handleIn(spans: WeakMap<object, ServerSpan>, prototype: http.Server): () => void {
  const { emit } = prototype;
  prototype.emit = function emitInContext(this: http.Server, ...args: unknown[]): boolean {
    const [event, request] = args;
    const span = HANDLING.includes(event) ? spans.get(request as object) : undefined;
    const run = () => Reflect.apply(emit, this, args);
    return span ? handle(span, run) : run();
  };
  return () => {
    prototype.emit = emit;
  };
}

/** @throws what a handler throws */
function handle(span: ServerSpan, run: () => boolean): boolean {
  try {
    return context.with(span.context, run);
  } catch (error) {
    span.fail(error);
    throw error;
  }
}
