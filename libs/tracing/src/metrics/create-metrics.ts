import { httpClient, httpServer, rpcClient, rpcServer } from './current-durations.ts';
import type { Metric } from './metric.ts';
import { cpuTime } from './runtime/cpu-time.ts';
import { measureEventLoop } from './runtime/event-loop.ts';
import { measureGarbageCollection } from './runtime/garbage-collection.ts';
import { measureMemory } from './runtime/memory.ts';

export const callMetrics = [rpcServer, rpcClient, httpServer, httpClient];

/** All metrics of the process, for one reader: some say what has been since they were read before. */
export function createMetrics(): Metric[] {
  return [...callMetrics, ...measureEventLoop(), measureGarbageCollection(), ...measureMemory(), cpuTime];
}
