import type { Instrumentation } from '@opentelemetry/instrumentation';
import { GrpcInstrumentation } from '@opentelemetry/instrumentation-grpc';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { isProbe } from './probes.ts';

/** The modules that the instrumentations below patch when a service imports them. */
export const INSTRUMENTED_MODULES = ['@grpc/grpc-js', 'http', 'https', 'pg', 'pg-pool'];

/** Named one by one and not "all": each further one costs every call and the start. */
export function createInstrumentations(): Instrumentation[] {
  return [
    new GrpcInstrumentation(),
    new HttpInstrumentation({ ignoreIncomingRequestHook: isProbe }),
    // Sweepers and pollers ask the database outside any request: each of their queries would be a trace.
    // Connecting is the pool's business, not the request's that happened to need one more connection.
    new PgInstrumentation({ requireParentSpan: true, ignoreConnectSpans: true }),
  ];
}
