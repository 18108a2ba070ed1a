import type { InstrumentationScope } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import type { ProtoWriter } from './proto-writer.ts';
import { encodeRequest, encodeResource, type ScopeItems, startScope } from './scope-request.ts';

/** Items that have become bytes and wait to be one request. */
export interface ItemBatch<Item> {
  /** @throws what reading the item throws; the batch is then as before */
  add(item: Item): void;
  readonly items: number;
  readonly bytes: number;
  /** All that was added, as one request; the batch is empty then. */
  take(): Uint8Array;
}

/** Writes an item with its tag. */
export type WriteItem<Item> = (writer: ProtoWriter, field: number, item: Item) => void;

/** The field of the items in what has those of one scope, of spans and of log records. */
const ITEMS = 2;

/** Twice what a full batch needs. A buffer that one huge item made larger is let go with its batch. */
const MAX_KEPT_BYTES = 4 * 1024 * 1024;

/** Makes ExportTraceServiceRequests or ExportLogsServiceRequests: around their items they have the same fields. */
export function createItemBatch<Item extends { readonly instrumentationScope: InstrumentationScope }>(
  resource: Resource,
  writeItem: WriteItem<Item>,
): ItemBatch<Item> {
  const scopes = new Map<InstrumentationScope, ScopeItems>();
  const sender = encodeResource(resource);
  let items = 0;
  let bytes = 0;

  function startScopeOf(scope: InstrumentationScope): ScopeItems {
    const started = startScope(scope);
    scopes.set(scope, started);
    return started;
  }

  return {
    get items() {
      return items;
    },
    get bytes() {
      return bytes;
    },
    add(item) {
      const scope = item.instrumentationScope;
      const { writer } = scopes.get(scope) ?? startScopeOf(scope);
      const before = writer.size;
      try {
        writeItem(writer, ITEMS, item);
      } catch (error) {
        writer.size = before;
        throw error;
      }
      items++;
      bytes += writer.size - before;
    },
    take() {
      const request = encodeRequest(sender, [...scopes.values()]);
      for (const [scope, { writer, headSize }] of scopes) {
        if (writer.bytes.length > MAX_KEPT_BYTES) scopes.delete(scope);
        else writer.size = headSize;
      }
      items = 0;
      bytes = 0;
      return request;
    },
  };
}
