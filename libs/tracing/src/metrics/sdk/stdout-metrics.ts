import { stdoutTotals } from '../../log/stdout/stdout-totals.ts';
import type { NumberMetric } from '../metric.ts';

const common = { unit: '{line}' } as const;

/** What became of the lines for stdout. The conventions have no names for it. */
export const stdoutMetrics: readonly NumberMetric[] = [
  {
    ...common,
    name: 'mesh.stdout.written',
    description: 'Lines that the reader of stdout has taken.',
    kind: 'counter',
    read: () => [{ value: stdoutTotals().written }],
  },
  {
    ...common,
    name: 'mesh.stdout.dropped',
    description: 'Lines that the reader of stdout did not take in time.',
    kind: 'counter',
    read: () => [{ value: stdoutTotals().dropped }],
  },
  {
    ...common,
    name: 'mesh.stdout.waiting',
    description: 'Lines that wait for the reader of stdout.',
    kind: 'upDownCounter',
    read: () => [{ value: stdoutTotals().waiting }],
  },
];
