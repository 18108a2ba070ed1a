import type { Outbox } from '../../delivery/outbox.ts';
import type { NumberMetric, NumberPoint } from '../metric.ts';

/** Of the signals that are on. */
export interface Outboxes {
  readonly traces: Outbox | undefined;
  readonly logs: Outbox | undefined;
  readonly metrics: Outbox;
}

/** The conventions count what waits by its number. What bounds it here is its size. */
export function measureQueueBytes(outboxes: Outboxes): NumberMetric[] {
  const points = (which: 'bytes' | 'maxBytes') => (): NumberPoint[] =>
    Object.entries(outboxes).flatMap(([signal, outbox]: [string, Outbox | undefined]) =>
      outbox ? [{ value: outbox.load()[which], attributes: { 'mesh.otlp.signal': signal } }] : [],
    );
  return [
    {
      name: 'mesh.otlp.queue.size',
      description: 'Encoded telemetry that waits to be sent.',
      unit: 'By',
      kind: 'upDownCounter',
      read: points('bytes'),
    },
    {
      name: 'mesh.otlp.queue.capacity',
      description: 'How much may wait before the least valuable is dropped.',
      unit: 'By',
      kind: 'upDownCounter',
      read: points('maxBytes'),
    },
  ];
}
