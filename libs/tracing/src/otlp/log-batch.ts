import type { InstrumentationScope } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import type { LogRecord } from './log-record.ts';
import type { ItemBatch } from './sink.ts';
import { encodeRequest, encodeResource, type ScopeSpans, startScope } from './trace-request.ts';
import { writeLogRecord } from './write-log-record.ts';

/** Twice what a full batch needs. A buffer that huge records made larger is let go with its batch. */
const MAX_KEPT_BYTES = 4 * 1024 * 1024;

/** Makes ExportLogsServiceRequests: around the records they have the same fields as those of spans. */
export function createLogBatch(resource: Resource): ItemBatch<LogRecord> {
  const scopes = new Map<InstrumentationScope, ScopeSpans>();
  const sender = encodeResource(resource);
  let items = 0;
  let bytes = 0;

  function startScopeOf(scope: InstrumentationScope): ScopeSpans {
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
    add(record) {
      const { writer } = scopes.get(record.scope) ?? startScopeOf(record.scope);
      const before = writer.size;
      try {
        writeLogRecord(writer, 2, record);
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
