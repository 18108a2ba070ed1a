import type { Instrumentation } from '@opentelemetry/instrumentation';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import type { TracingConfig } from './env/config.ts';
import { GrpcInstrumentation } from './grpc/grpc-instrumentation.ts';
import { HttpInstrumentation } from './http/http-instrumentation.ts';
import type { Boundary } from './propagation/boundary.ts';
import { createStockGrpc } from './stock-grpc.ts';

/** Named one by one and not "all": each further one costs every call and the start. */
export function createInstrumentations(
  grpc: TracingConfig['grpcInstrumentation'],
  boundary: Boundary,
): Instrumentation[] {
  return [
    grpc === 'stock' ? createStockGrpc() : new GrpcInstrumentation(boundary),
    new HttpInstrumentation(boundary),
    // Sweepers and pollers ask the database outside any request: each of their queries would be a trace.
    // Connecting is the pool's business, not the request's that happened to need one more connection.
    new PgInstrumentation({ requireParentSpan: true, ignoreConnectSpans: true }),
  ];
}
