import type { Socket } from 'node:net';
import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { capturedBy } from '../capture/current-capture.ts';
import { currentBoundary } from '../propagation/current-boundary.ts';
import { endRequest, type RequestRecord, requestOf } from '../request-record.ts';
import type { Pairs } from './frame.ts';
import { tcpAttributes } from './tcp-attributes.ts';

/** The span of one request, and how it may end. Whatever ends it first counts; all that comes later is nothing. */
export interface ServerCall {
  /** Of the handler. */
  readonly context: Context;
  answered(): void;
  /** The caller's mistake, so no error of the server. */
  unknown(): void;
  failed(error: Error): void;
  /** The connection is gone, and nobody waits for the answer. */
  lost(): void;
}

/** @param isKnown whether the server has the operation; only then its name is no invention of the caller */
export function startServerCall(
  pairs: Pairs,
  { localAddress, localPort }: Socket,
  isKnown: boolean,
): ServerCall {
  const received = currentBoundary()?.receive(pairs, localPort) ?? ROOT_CONTEXT;
  const operation = pairs['operation'] ?? '';
  const name = isKnown ? operation : '_OTHER';
  const attributes = {
    ...tcpAttributes(name, localAddress, localPort),
    ...(!isKnown && { 'rpc.method_original': operation }),
  };
  const span = startSpan(name, attributes, received);
  const end = onceOnly(span, requestOf(received));
  return {
    context: trace.setSpan(received, span),
    answered: () => end(),
    unknown: () => end('unknown_operation'),
    failed: (error) => end(error.name, error),
    lost: () => end('client_gone'),
  };
}

function startSpan(name: string, attributes: Attributes, received: Context): Span {
  return trace
    .getTracer('@mesh/tracing/tcp')
    .startSpan(name, { kind: SpanKind.SERVER, attributes }, received);
}

function onceOnly(
  span: Span,
  request: RequestRecord | undefined,
): (errorType?: string, error?: Error) => void {
  const startedAt = performance.now();
  let isOver = false;
  return (errorType, error) => {
    if (isOver) return;
    isOver = true;
    endRequest(request, error !== undefined, performance.now() - startedAt);
    if (errorType !== undefined) span.setAttribute('error.type', errorType);
    if (error) {
      capturedBy(span)?.trigger('UNKNOWN');
      span.recordException(error);
      span.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
    }
    span.end();
  };
}
