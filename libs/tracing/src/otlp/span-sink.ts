import { SpanStatusCode } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import type { SpanRecord } from '../span/span-record.ts';
import type { SpanSink } from '../span/span-scope.ts';
import { createItemBatch } from './item-batch.ts';
import { createSink, type Sink, type SinkOptions } from './sink.ts';
import { writeSpan } from './write-span.ts';

export interface SpanSinkOptions extends Omit<SinkOptions<SpanRecord>, 'createBatch' | 'isImportant'> {
  readonly resource: Resource;
}

/** Sends spans; those that say of an error are kept longest. */
export function createSpanSink({ resource, ...options }: SpanSinkOptions): Sink<SpanRecord> & SpanSink {
  const { ledger } = options;
  return {
    ...createSink<SpanRecord>({
      ...options,
      createBatch: () => createItemBatch(resource, writeSpan),
      isImportant: ({ status }) => status.code === SpanStatusCode.ERROR,
    }),
    begin: () => ledger.started(),
  };
}
