import type { Server } from 'node:http';
import { context } from '@opentelemetry/api';
import { throwOutOf } from '../thrown-in.ts';
import { listenTo } from './listen-to.ts';
import { type ServerSpan, type StartedRequest, startServerSpan } from './server-span.ts';
import type { TracingParts } from './tracing-parts.ts';

const STARTED = 'http.server.request.start';

/** On a request: a table of them would cost each ten times as much. */
const SPAN = Symbol('@mesh/tracing span');

interface Traced {
  [SPAN]?: ServerSpan;
}

/** The events that hand a request to its handlers. One may lead to another: `checkExpectation` sent on as `request`. */
const HANDLING: readonly unknown[] = ['request', 'checkContinue', 'checkExpectation'];

/**
 * Traces what Node's HTTP/1 servers are asked: also what Node answers by itself (no Host, too many requests).
 * A connection that is upgraded is no request, and what the parser refuses is none yet.
 *
 * @returns what ends that
 */
export function traceServerRequests(parts: TracingParts): () => void {
  const servers = new WeakSet<Server>();
  return listenTo(STARTED, (message) => {
    const started = message as StartedRequest;
    const { request, server } = started;
    if (!servers.has(server)) handleIn(server);
    servers.add(server);
    (request as Traced)[SPAN] = startServerSpan(parts, started);
  });
}

/**
 * Makes a server run the handlers of a request in its context, which a channel cannot do. Each server by itself, for
 * not all are of `node:http`: one of `node:http2` may take HTTP/1 as well. Where no spans are made any more, it does
 * what it did before.
 */
function handleIn(server: Server): void {
  const { emit } = server;
  server.emit = (...args: unknown[]): boolean => {
    const [event, request] = args;
    const span = HANDLING.includes(event) ? (request as Traced | undefined)?.[SPAN] : undefined;
    return span ? handle(span, () => Reflect.apply(emit, server, args)) : Reflect.apply(emit, server, args);
  };
}

/** @throws what a handler throws */
function handle(span: ServerSpan, run: () => boolean): boolean {
  try {
    return context.with(span.context, run);
  } catch (error) {
    span.fail(error);
    throwOutOf(span.context, error);
    throw error;
  }
}
