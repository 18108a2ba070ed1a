import type { ExportResult } from '@opentelemetry/core';
import { ExportResultCode } from '@opentelemetry/core';
import type { Ledger } from './ledger.ts';
import type { Outbox } from './outbox.ts';

interface Serializer<Batch> {
  serializeRequest(batch: Batch): Uint8Array | undefined;
}

/** What the SDK asks of an exporter, for spans, log records and metrics. */
interface Exporter<Batch> {
  export(batch: Batch, done: (result: ExportResult) => void): void;
  forceFlush(): Promise<void>;
  shutdown(): Promise<void>;
}

/**
 * Encodes a batch and hands it to the outbox. The batch counts as exported from then on: the SDK
 * holds a process open for as long as an export is under way.
 */
export function createOtlpExporter<Batch>(
  serializer: Serializer<Batch>,
  outbox: Outbox,
  ledger: Ledger,
): Exporter<Batch> {
  return {
    export(batch, done) {
      const payload = serializer.serializeRequest(batch);
      const items = Array.isArray(batch) ? batch.length : 1;
      ledger.started(items);
      ledger.ended(items);
      if (payload) outbox.push({ payload, items, isImportant: false });
      else ledger.dropped('unencodable', items);
      done({ code: ExportResultCode.SUCCESS });
    },
    forceFlush: () => outbox.drain(),
    shutdown: () => outbox.drain(),
  };
}
