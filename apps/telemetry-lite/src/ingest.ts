import { toLogLines } from './logs/log-line.ts';
import type { LogStore } from './logs/log-store.ts';
import type { Acceptors } from './otlp/types.ts';
import { toSpanRecords } from './traces/span-record.ts';
import type { TraceStore } from './traces/trace-store.ts';

/**
 * Puts what the receivers decode into the stores. All of a request is mapped before any of it is stored.
 * @param now nanoseconds since the epoch
 */
export function createIngest(traces: TraceStore, logs: LogStore, now: () => bigint): Acceptors {
  return {
    traces: (request) => {
      const { spans, refusal } = toSpanRecords(request);
      traces.add(spans);
      return refusal;
    },
    logs: (request) => {
      logs.add(toLogLines(request, now()));
      return undefined;
    },
  };
}
