// One span with one line in it, as a service makes them. Started with the preload, by `mesh doctor`.

import { createLogger, inBackground } from '@mesh/tracing';
import { PROBE } from './probe-name.ts';

const log = createLogger();
await inBackground(PROBE, [], async () => {
  log.info(PROBE);
});
