// The preload: `node --import @mesh/tracing/register main.js`.
//
// Node runs it before the service's first module. It traces gRPC, HTTP and Postgres calls and sends the spans
// and the lines of `createLogger` over OTLP, so that a service needs no code of its own for that. Everything
// that it reads is in the environment (see README.md); a bad value keeps the service from starting.

import './doctor/require-node.ts';
import './doctor/require-own-file.ts';
import './doctor/loaded-before.ts';
import { isFirstPreload } from './doctor/is-first-preload.ts';
import { nameForeign } from './doctor/name-foreign.ts';
import { createReport } from './doctor/report.ts';
import { startDoctor } from './doctor/start-doctor.ts';
import { tellStart } from './doctor/tell-start.ts';
import { readConfig } from './env/config.ts';
import { watchFaults } from './faults/watch-faults.ts';
import { hookModules } from './hook-modules.ts';
import { startTracing } from './start-tracing.ts';

// biome-ignore lint/style/noProcessEnv: the one place of the library that reads the environment
const config = readConfig(process.env);
const report = createReport(config.doctorReport);

if (isFirstPreload(import.meta.url, report) && !config.disabled) {
  const foreign = nameForeign();
  startDoctor({
    report,
    foreign,
    isStock: config.grpcInstrumentation === 'stock',
    ourFiles: new URL('.', import.meta.url).href,
  });
  hookModules(config.grpcInstrumentation);
  startTracing(config);
  watchFaults();
  tellStart(config, report);
}
