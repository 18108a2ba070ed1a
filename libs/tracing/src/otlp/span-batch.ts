import type { InstrumentationScope } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import type { SpanRecord } from '../span/span-record.ts';
import type { ItemBatch } from './sink.ts';
import { encodeRequest, encodeResource, type ScopeSpans, startScope } from './trace-request.ts';
import { writeSpan } from './write-span.ts';

/** Twice what a full batch needs. A buffer that one huge span made larger is let go with its batch. */
const MAX_KEPT_BYTES = 4 * 1024 * 1024;

/** Makes ExportTraceServiceRequests. */
export function createSpanBatch(resource: Resource): ItemBatch<SpanRecord> {
  const scopes = new Map<InstrumentationScope, ScopeSpans>();
  const sender = encodeResource(resource);
  let spans = 0;
  let bytes = 0;

  function scopeOf({ instrumentationScope }: SpanRecord): ScopeSpans {
    const scope = scopes.get(instrumentationScope) ?? startScope(instrumentationScope);
    scopes.set(instrumentationScope, scope);
    return scope;
  }

  return {
    get items() {
      return spans;
    },
    get bytes() {
      return bytes;
    },
    add(span) {
      const { writer } = scopeOf(span);
      const before = writer.size;
      try {
        writeSpan(writer, 2, span);
      } catch (error) {
        writer.size = before;
        throw error;
      }
      spans++;
      bytes += writer.size - before;
    },
    take() {
      const request = encodeRequest(sender, [...scopes.values()]);
      for (const [scope, { writer, headSize }] of scopes) {
        if (writer.bytes.length > MAX_KEPT_BYTES) scopes.delete(scope);
        else writer.size = headSize;
      }
      spans = 0;
      bytes = 0;
      return request;
    },
  };
}
