import * as grpc from '@grpc/grpc-js';
import { ReflectionService } from '@grpc/reflection';
import { HealthImplementation } from 'grpc-health-check';
import { type Admin, addAdmin } from './admin.ts';
import { createCallObserver } from './call-observer.ts';
import { streamInterceptor } from './faults/call-streams.ts';
import { fullNameOf } from './full-name-of.ts';
import { type AnyHandlers, implementation } from './implementation.ts';
import type { Proto } from './load-proto.ts';
import type { Log } from './log.ts';
import { reflectedFiles } from './reflected-files.ts';
import { watchUnknownMethods } from './unknown-methods.ts';

export interface ServeOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly proto: Proto<unknown>;
  readonly service: grpc.ServiceDefinition;
  readonly handlers: AnyHandlers;
  /** Server reflection tells everybody the whole API: for development. */
  readonly reflection: boolean;
  readonly log: Log;
  /** Whether calls may ask for faults by `mesh-faults`: for tests and lessons. Default false, as if it were not there. */
  readonly faults?: boolean;
  /** For callers on the same machine; default: there is no admin service. */
  readonly admin?: Admin;
  /**
   * A caller is asked to connect anew after this time (10 % more or less), which is when it learns of
   * new replicas. Default 20 s: a new one takes calls within half a minute, and a connection costs
   * milliseconds.
   */
  readonly maxConnectionAgeMs?: number;
}

export interface RunningServer {
  readonly port: number;
  /**
   * Health says NOT_SERVING, streams end with UNAVAILABLE, no new call is taken, the calls under way
   * are finished. What is still open after `graceMs` is cut off.
   */
  stop(graceMs: number): Promise<void>;
}

/**
 * A request of 100 items is below 16 KiB; the HTTP edge takes 256 KiB. Longer is RESOURCE_EXHAUSTED.
 */
const maxRequestBytes = 256 * 1024;

const maxConnectionAgeMs = 20_000;

/**
 * Serves one gRPC service with the standard health service (for its name and for the empty one) and,
 * where asked for, reflection and the admin service.
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { proto, service, handlers, log, faults = false } = options;
  const serviceName = fullNameOf(service);
  const stopping = new AbortController();
  const observer = createCallObserver(log);
  const server = new grpc.Server({
    'grpc.max_receive_message_length': maxRequestBytes,
    // Without a limit for the grace: it would cut streams, and every other call has a deadline.
    'grpc.max_connection_age_ms': options.maxConnectionAgeMs ?? maxConnectionAgeMs,
    interceptors: faults ? [streamInterceptor, observer.interceptor] : [observer.interceptor],
  });
  const health = new HealthImplementation({ '': 'SERVING', [serviceName]: 'SERVING' });
  health.addToServer(server);
  if (options.reflection) new ReflectionService(reflectedFiles(proto.file)).addToServer(server);
  if (options.admin) addAdmin(server, options.admin);
  server.addService(service, implementation(service, handlers, { log, faults, stopping: stopping.signal }));

  const port = await bind(server, `${options.host}:${options.port}`);
  const stopWatching = watchUnknownMethods(port, service, log);
  log.info('serving', { 'rpc.service': serviceName, 'server.port': port });
  const stop = async (graceMs: number) => {
    health.setStatus('', 'NOT_SERVING');
    health.setStatus(serviceName, 'NOT_SERVING');
    stopping.abort();
    observer.endStreams();
    await shutDown(server, graceMs);
    stopWatching();
  };
  return { port, stop };
}

function bind(server: grpc.Server, address: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.bindAsync(address, grpc.ServerCredentials.createInsecure(), (error, port) =>
    error ? reject(error) : resolve(port),
  );
  return promise;
}

function shutDown(server: grpc.Server, graceMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(() => server.forceShutdown(), graceMs);
  server.tryShutdown(() => {
    clearTimeout(timer);
    resolve();
  });
  return promise;
}
