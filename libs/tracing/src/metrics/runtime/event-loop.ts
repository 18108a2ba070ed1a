import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { Metric, NumberMetric } from '../metric.ts';

/** Finer would take more of the processor, and no delay below it hurts anyone. */
const RESOLUTION_MS = 10;

const DELAYS = {
  min: 'minimum',
  max: 'maximum',
  mean: 'mean',
  stddev: 'standard deviation',
  p50: '50 percentile',
  p90: '90 percentile',
  p99: '99 percentile',
} as const;

/** https://opentelemetry.io/docs/specs/semconv/runtime/nodejs-metrics/ */
export function measureEventLoop(): Metric[] {
  return [utilization(), time, ...delays()];
}

/** Since it was read before. */
function utilization(): NumberMetric {
  let last = performance.eventLoopUtilization();
  return {
    name: 'nodejs.eventloop.utilization',
    description: 'Event loop utilization.',
    unit: '1',
    kind: 'gauge',
    read() {
      const current = performance.eventLoopUtilization();
      const value = performance.eventLoopUtilization(current, last).utilization;
      last = current;
      return [{ value }];
    },
  };
}

const time: NumberMetric = {
  name: 'nodejs.eventloop.time',
  description: 'Cumulative duration of time the event loop has been in each state.',
  unit: 's',
  kind: 'counter',
  read() {
    const { active, idle } = performance.eventLoopUtilization();
    return [
      { value: active / 1000, attributes: { 'nodejs.eventloop.state': 'active' } },
      { value: idle / 1000, attributes: { 'nodejs.eventloop.state': 'idle' } },
    ];
  },
};

/** The first of them is read first: it takes what all of them say, since they were read before. */
function delays(): NumberMetric[] {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  let taken: Record<keyof typeof DELAYS, number> | undefined;
  const take = () => {
    taken = histogram.count === 0 ? undefined : readDelays(histogram);
    // What is reset needs two more turns of its timer until it has a value.
    if (taken) histogram.reset();
  };
  return (Object.keys(DELAYS) as (keyof typeof DELAYS)[]).map((which) => ({
    name: `nodejs.eventloop.delay.${which}`,
    description: `Event loop ${DELAYS[which]} delay.`,
    unit: 's',
    kind: 'gauge',
    read() {
      if (which === 'min') take();
      return taken ? [{ value: taken[which] }] : [];
    },
  }));
}

/** Node measures the time from one turn of a timer to the next: on a loop that is free, its interval. */
function readDelays(histogram: ReturnType<typeof monitorEventLoopDelay>) {
  const late = (nanos: number) => Math.max(0, nanos / 1e9 - RESOLUTION_MS / 1000);
  return {
    min: late(histogram.min),
    max: late(histogram.max),
    mean: late(histogram.mean),
    stddev: histogram.stddev / 1e9,
    p50: late(histogram.percentile(50)),
    p90: late(histogram.percentile(90)),
    p99: late(histogram.percentile(99)),
  };
}
