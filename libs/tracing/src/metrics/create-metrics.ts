import { isMainThread } from 'node:worker_threads';
import type { CaptureReport } from '../capture/capture.ts';
import { ledgers } from '../delivery/ledgers.ts';
import { measureCapture } from './capture-metrics.ts';
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

/** What is not the same for each process. */
export interface Measured {
  /** Absent: nothing samples here. */
  readonly sampling?: () => SamplingCounts;
  /** Absent: nothing is kept after the fact. */
  readonly capture?: () => CaptureReport;
}

/** All metrics of the process, for one reader: some say what has been since they were read before. */
export function createMetrics(outboxes: Outboxes, { sampling, capture }: Measured = {}): Metric[] {
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
    ...(capture ? measureCapture(capture) : []),
    ...stdoutMetrics,
  ];
  return metrics.filter(isOfThisThread).map(guardMetric);
}

/** A worker thread is an instance of its own: what the whole process takes would be counted once for each of them. */
function isOfThisThread({ name }: Metric): boolean {
  return isMainThread || !name.startsWith('process.');
}
