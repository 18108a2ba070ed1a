import { createRequire } from 'node:module';
import type { Instrumentation } from '@opentelemetry/instrumentation';

// Loaded only where they are asked for: together they cost each start as much as all the rest.
const load = createRequire(import.meta.url);

/** For `MESH_GRPC_INSTRUMENTATION=stock`. */
export function createStockGrpc(): Instrumentation {
  const { GrpcInstrumentation }: typeof import('@opentelemetry/instrumentation-grpc') = load(
    '@opentelemetry/instrumentation-grpc',
  );
  return new GrpcInstrumentation();
}

/** It replaces exports of grpc-js, which takes import-in-the-middle. @param names as they stand in imports */
export function hookStock(names: string[]): void {
  const { register }: typeof import('import-in-the-middle/register-hooks.mjs') = load(
    'import-in-the-middle/register-hooks.mjs',
  );
  register({ include: names });
}
