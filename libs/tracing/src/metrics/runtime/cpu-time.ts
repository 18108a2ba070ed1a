import type { NumberMetric } from '../metric.ts';

/** https://opentelemetry.io/docs/specs/semconv/system/process-metrics/#metric-processcputime */
export const cpuTime: NumberMetric = {
  name: 'process.cpu.time',
  description: 'Total CPU seconds broken down by different CPU modes.',
  unit: 's',
  kind: 'counter',
  read() {
    const { user, system } = process.cpuUsage();
    return [
      { value: user / 1e6, attributes: { 'cpu.mode': 'user' } },
      { value: system / 1e6, attributes: { 'cpu.mode': 'system' } },
    ];
  },
};
