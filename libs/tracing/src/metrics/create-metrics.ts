import { isMainThread } from 'node:worker_threads';
import { ledgers } from '../delivery/ledgers.ts';
import { callMetrics } from './current-durations.ts';
import { guardMetric } from './guard-metric.ts';
import type { Metric } from './metric.ts';
import { cpuTime } from './runtime/cpu-time.ts';
import { measureEventLoop } from './runtime/event-loop.ts';
import { measureGarbageCollection } from './runtime/garbage-collection.ts';
import { measureMemory } from './runtime/memory.ts';
import { measureSampling, type SamplingCounts } from './sampling-metrics.ts';
import { measureDelivery } from './sdk/delivery-metrics.ts';
import { measureQueueBytes, type Outboxes } from './sdk/queue-bytes.ts';
import { measureLogs, measureSpans } from './sdk/record-metrics.ts';
import { stdoutMetrics } from './sdk/stdout-metrics.ts';

/**
 * All metrics of the process, for one reader: some say what has been since they were read before.
 *
 * @param sampling absent: nothing samples here
 */
export function createMetrics(outboxes: Outboxes, sampling?: () => SamplingCounts): Metric[] {
  const { traces, logs } = outboxes;
  const metrics: Metric[] = [
    ...callMetrics,
    ...measureEventLoop(),
    measureGarbageCollection(),
    ...measureMemory(),
    cpuTime,
    ...(traces ? measureSpans(ledgers.spans) : []),
    ...(traces ? measureDelivery({ signal: 'span', ledger: ledgers.spans, outbox: traces }) : []),
    ...(logs ? [measureLogs(ledgers.logs)] : []),
    ...(logs ? measureDelivery({ signal: 'log', ledger: ledgers.logs, outbox: logs }) : []),
    ...measureQueueBytes(outboxes),
    ...(sampling ? measureSampling(sampling) : []),
    ...stdoutMetrics,
  ];
  return metrics.filter(isOfThisThread).map(guardMetric);
}

/** A worker thread is an instance of its own: what the whole process takes would be counted once for each of them. */
function isOfThisThread({ name }: Metric): boolean {
  return isMainThread || !name.startsWith('process.');
}
