import type { Meter } from '@opentelemetry/api';
import { ValueType } from '@opentelemetry/api';

/** `process.memory.usage`: what the process takes of the machine, and what a container's limit counts. */
export function measureProcessMemory(meter: Meter): void {
  meter
    .createObservableUpDownCounter('process.memory.usage', {
      description: 'The amount of physical memory in use.',
      unit: 'By',
      valueType: ValueType.INT,
    })
    .addCallback((result) => result.observe(process.memoryUsage.rss()));
}
