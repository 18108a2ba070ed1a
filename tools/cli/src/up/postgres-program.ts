import { type EmbeddedPostgresOptions, startEmbeddedPostgres } from '@mesh/postgres';
import { POSTGRES } from '../host/names.ts';
import { signalProcess } from '../host/signal-process.ts';
import type { Program } from './program.ts';

/** How long the server may write its last checkpoint when it is stopped. */
const STOP_PATIENCE_MS = 700;

/** The embedded server as a program: ready when it has started. A server that a killed host left is taken over. */
export function postgresProgram(options: EmbeddedPostgresOptions): Program {
  return {
    name: POSTGRES,
    async start(signal) {
      const server = await startEmbeddedPostgres({ ...options, signal });
      return {
        pid: server.pid,
        ready: Promise.resolve(true),
        ended: server.ended.then(() => ({ how: `see ${options.logFile}`, byItself: false })),
        stop: () => void server.stop(STOP_PATIENCE_MS),
        kill: () => signalProcess(server.pid, 'SIGKILL'),
      };
    },
  };
}
