import * as grpc from '@grpc/grpc-js';
import { defaultTextMapSetter, ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import type { Boundary } from '../../propagation/boundary.ts';
import { until } from '../../testing/until.ts';
import { createPatches, type Patches } from '../create-patches.ts';

export interface TracedGrpc extends Disposable {
  readonly patches: Patches;
  /** The hosts that calls were made to. */
  readonly called: string[];
  /** What has ended so far, in the order of its ends. */
  spans(kind?: SpanKind): ReadableSpan[];
  /** Waits until there are just so many. */
  wait(count: number, kind?: SpanKind): Promise<ReadableSpan[]>;
  forget(): void;
}

const exporter = new InMemorySpanExporter();
const propagator = new W3CTraceContextPropagator();
let isStarted = false;

/** Traces the grpc-js of this process, spans to memory; every caller is believed and every host told. */
export function traceGrpc(version = '1.14.7'): TracedGrpc {
  if (!isStarted) start();
  exporter.reset();
  let isEnabled = true;
  const called: string[] = [];
  const tracer = () => trace.getTracer('test');
  const patches = createPatches({ tracer, boundary: openBoundary(called), isEnabled: () => isEnabled });
  patches.apply(grpc, version);
  const spans = (kind?: SpanKind) =>
    exporter.getFinishedSpans().filter((span) => kind === undefined || span.kind === kind);
  return {
    patches,
    called,
    spans,
    wait: (count, kind) =>
      until(() => (spans(kind).length === count ? spans(kind) : undefined), `just ${count} spans`),
    forget: () => exporter.reset(),
    [Symbol.dispose]() {
      isEnabled = false;
      patches.undo();
    },
  };
}

/** The context manager and the provider are the process's: once for all tests of a file. */
function start(): void {
  isStarted = true;
  new NodeSDK({
    autoDetectResources: false,
    spanProcessors: [new SimpleSpanProcessor({ exporter })],
    metricReaders: [],
    logRecordProcessors: [],
  }).start();
}

function openBoundary(called: string[]): Boundary {
  const getter = { keys: Object.keys, get: (headers: object, name: string) => Reflect.get(headers, name) };
  return {
    isTarget: () => true,
    isTrusting: () => true,
    receive: (headers) => propagator.extract(ROOT_CONTEXT, headers, getter),
    send: (context, host, set) => {
      called.push(host);
      const carrier = {};
      propagator.inject(context, carrier, defaultTextMapSetter);
      for (const [name, value] of Object.entries<string>(carrier)) set(name, value);
    },
  };
}

/** As the table of endings writes it: the name of the status, then `!` where the span is an error. */
export function endingOf({ attributes, status }: ReadableSpan): string {
  const name = attributes['rpc.status_code'] ?? attributes['error.type'];
  return `${name}${status.code === 2 ? '!' : ''}`;
}

export const { CLIENT, SERVER } = SpanKind;
