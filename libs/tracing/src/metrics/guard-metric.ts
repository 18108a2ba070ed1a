import { diag } from '@opentelemetry/api';
import type { Metric } from './metric.ts';

/**
 * A metric that has no value where reading it throws, and says so once: Node opens a file for the memory of the process, and
 * a service that can open no more of them must not end for it.
 */
export function guardMetric(metric: Metric): Metric {
  let isTold = false;
  const read = () => {
    try {
      return metric.read();
    } catch (error) {
      if (!isTold) diag.warn(`${metric.name} cannot be read.`, error);
      isTold = true;
      return [];
    }
  };
  return { ...metric, read } as Metric;
}
