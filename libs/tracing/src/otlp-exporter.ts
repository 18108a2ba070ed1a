import type { ExportResult } from '@opentelemetry/core';
import { ExportResultCode } from '@opentelemetry/core';
import type { Outbox } from './outbox.ts';

interface Serializer<Item> {
  serializeRequest(items: Item[]): Uint8Array | undefined;
}

/** What the SDK's batch processors ask of an exporter, for spans and for log records. */
interface Exporter<Item> {
  export(items: Item[], done: (result: ExportResult) => void): void;
  forceFlush(): Promise<void>;
  shutdown(): Promise<void>;
}

/**
 * Encodes a batch and hands it to the outbox. The batch counts as exported from then on: the processors
 * hold a process open for as long as an export is under way.
 */
export function createOtlpExporter<Item>(serializer: Serializer<Item>, outbox: Outbox): Exporter<Item> {
  return {
    export(items, done) {
      const payload = serializer.serializeRequest(items);
      if (payload) outbox.push(payload);
      done({ code: ExportResultCode.SUCCESS });
    },
    forceFlush: () => outbox.drain(),
    shutdown: () => outbox.drain(),
  };
}
