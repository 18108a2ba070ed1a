import { getHeapSpaceStatistics } from 'node:v8';
import type { NumberMetric } from '../metric.ts';

const SPACE = 'v8js.heap.space.name';

/** https://opentelemetry.io/docs/specs/semconv/runtime/v8js-metrics/ */
const HEAP = [
  ['v8js.memory.heap.used', 'Heap memory size allocated.', 'space_used_size'],
  ['v8js.memory.heap.space.size', 'Heap memory size pre-allocated for a heap space.', 'space_size'],
  ['v8js.memory.heap.space.available_size', 'Heap space available size.', 'space_available_size'],
  ['v8js.memory.heap.space.physical_size', 'Committed size of a heap space.', 'physical_space_size'],
] as const;

/** What the process takes of the machine, and what a container's limit counts; and of that, V8's heap. */
export function measureMemory(): NumberMetric[] {
  const heap = HEAP.map(
    ([name, description, field]): NumberMetric => ({
      name,
      description,
      unit: 'By',
      kind: 'upDownCounter',
      read: () =>
        getHeapSpaceStatistics().map((space) => ({
          value: space[field],
          attributes: { [SPACE]: space.space_name },
        })),
    }),
  );
  return [
    {
      name: 'process.memory.usage',
      description: 'The amount of physical memory in use.',
      unit: 'By',
      kind: 'upDownCounter',
      read: () => [{ value: process.memoryUsage.rss() }],
    },
    ...heap,
  ];
}
