// The preload: `node --import @mesh/tracing/register main.js`.
//
// Node runs it before the service's first module. It traces gRPC, HTTP and Postgres calls and sends the spans
// and the lines of `createLogger` over OTLP, so that a service needs no code of its own for that. Everything
// that it reads is in the environment (see README.md); a bad value keeps the service from starting.

import { register } from 'import-in-the-middle/register-hooks.mjs';
import { readConfig } from './env/config.ts';
import { INSTRUMENTED_MODULES } from './instrumentations.ts';
import { startTracing } from './start-tracing.ts';

// biome-ignore lint/style/noProcessEnv: the one place of the library that reads the environment
const config = readConfig(process.env);

if (!config.disabled) {
  register({ include: INSTRUMENTED_MODULES });
  startTracing(config);
}
