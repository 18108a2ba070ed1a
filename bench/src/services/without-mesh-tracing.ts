// A preload: the services' code stays as it is, and what they import as @mesh/tracing is stock winston.
import { registerHooks } from 'node:module';

const url = new URL('stock-tracing.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@mesh/tracing' ? { url, shortCircuit: true } : next(specifier, context),
});
