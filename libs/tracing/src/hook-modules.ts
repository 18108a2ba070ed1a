import type { TracingConfig } from './env/config.ts';
import { patchImports } from './patch-imports.ts';
import { hookStock } from './stock-grpc.ts';

/** The modules that the instrumentations patch when a service loads them. */
const INSTRUMENTED_MODULES = ['@grpc/grpc-js', 'pg', 'pg-pool'];

/** To be called before the service's first module is loaded. */
export function hookModules(grpc: TracingConfig['grpcInstrumentation']): void {
  if (grpc === 'stock') hookStock(INSTRUMENTED_MODULES);
  else patchImports(INSTRUMENTED_MODULES);
}
