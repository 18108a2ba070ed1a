import type { DropReason, Ledger } from '../../delivery/ledger.ts';
import type { Outbox } from '../../delivery/outbox.ts';
import type { Metric, NumberPoint } from '../metric.ts';

/** A signal on its way to the collector. */
export interface Delivery {
  readonly signal: 'span' | 'log';
  readonly ledger: Ledger;
  readonly outbox: Outbox;
}

const UNITS = { span: '{span}', log: '{log_record}' } as const;

/**
 * Those that a running process can tell. Each is there from the start, as 0: a counter that begins with its first loss
 * shows no increase for it.
 */
const REASONS: readonly DropReason[] = ['queue_full', 'rejected', 'unencodable', 'shutdown'];

/**
 * What becomes of spans and lines after their end. What waits in the queue is encoded already, so that all losses are
 * those of the exporter.
 *
 * https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/
 */
export function measureDelivery({ signal, ledger, outbox }: Delivery): Metric[] {
  const unit = UNITS[signal];
  const exporter = component(`otlp_http_${signal}_exporter`);
  const processor = component(`batching_${signal}_processor`);
  const inFlight = () => outbox.load().inFlight;
  const waiting = () => {
    const { waiting: all, live } = ledger.totals();
    return all - live - inFlight();
  };
  return [
    {
      name: `otel.sdk.exporter.${signal}.exported`,
      description: 'What the collector has taken, and with error.type what it will never get.',
      unit,
      kind: 'counter',
      read: () => exportedPoints(ledger, exporter),
    },
    {
      name: `otel.sdk.exporter.${signal}.inflight`,
      description: 'What is on its way to the collector and not answered yet.',
      unit,
      kind: 'upDownCounter',
      read: () => [{ value: inFlight(), attributes: exporter }],
    },
    {
      name: `otel.sdk.processor.${signal}.queue.size`,
      description: 'What waits to be sent.',
      unit,
      kind: 'upDownCounter',
      read: () => [{ value: waiting(), attributes: processor }],
    },
    {
      name: `otel.sdk.processor.${signal}.queue.capacity`,
      description:
        'How many may wait, where a number is set; mesh.otlp.queue.capacity is the limit in bytes.',
      unit,
      kind: 'upDownCounter',
      read: () => capacityPoints(outbox, processor),
    },
  ];
}

function exportedPoints(ledger: Ledger, exporter: Record<string, string>): NumberPoint[] {
  const { exported, dropped } = ledger.totals();
  const lost = REASONS.map((reason) => ({
    value: dropped[reason] ?? 0,
    attributes: { ...exporter, 'error.type': reason },
  }));
  return [{ value: exported, attributes: exporter }, ...lost];
}

function capacityPoints(outbox: Outbox, attributes: Record<string, string>): NumberPoint[] {
  const { maxItems } = outbox.load();
  return Number.isFinite(maxItems) ? [{ value: maxItems, attributes }] : [];
}

function component(type: string): Record<string, string> {
  return { 'otel.component.type': type, 'otel.component.name': `${type}/0` };
}
