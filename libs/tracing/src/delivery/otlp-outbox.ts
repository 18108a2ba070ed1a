import { diag } from '@opentelemetry/api';
import { createOutbox } from './create-outbox.ts';
import { ledgers } from './ledgers.ts';
import { createOtlpSender, type OtlpSender, type Signal } from './otlp-sender.ts';
import type { Outbox } from './outbox.ts';

export interface OtlpOutboxOptions {
  readonly maxBytes?: number;
  readonly maxQueueSize?: number;
  readonly exportTimeoutMillis?: number;
}

const LEDGERS = { traces: ledgers.spans, logs: ledgers.logs, metrics: ledgers.metrics };
const WORDS = { traces: 'spans', logs: 'lines', metrics: 'metrics' };

export type OtlpOutbox = Outbox & Pick<OtlpSender, 'describe'>;

/** The way of one signal to the collector, with the limits that its variables set. */
export function createOtlpOutbox(
  signal: Signal,
  { maxBytes, maxQueueSize, exportTimeoutMillis }: OtlpOutboxOptions = {},
): OtlpOutbox {
  const { send, describe } = createOtlpSender(signal, exportTimeoutMillis);
  const outbox = createOutbox({
    send,
    ledger: LEDGERS[signal],
    what: WORDS[signal],
    report: (sentence) => diag.warn(sentence),
    ...(maxBytes && { maxBytes }),
    ...(maxQueueSize && { maxItems: maxQueueSize }),
  });
  return { ...outbox, describe };
}
