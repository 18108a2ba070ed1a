import type { InstrumentationScope } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import type { SpanRecord } from '../span/span-record.ts';
import { LENGTH, ProtoWriter } from './proto-writer.ts';
import { writeAttributes } from './write-attributes.ts';
import { writeSpan } from './write-span.ts';

/** Spans that have become bytes and wait to be one request. */
export interface SpanBatch {
  /** @throws what reading the span throws; the batch is then as before */
  add(span: SpanRecord): void;
  readonly spans: number;
  readonly bytes: number;
  /** All that was added, as one ExportTraceServiceRequest; the batch is empty then. */
  take(): Uint8Array;
}

/** A request takes 16 KiB to 2 MiB where there is something to do. */
const LENGTH_BYTES = 3;

/** The ScopeSpans of one tracer. It stays from batch to batch, so that its buffer gets the size that it needs. */
interface ScopeSpans {
  readonly writer: ProtoWriter;
  /** Bytes of what is said of the tracer, before its first span. */
  readonly headSize: number;
}

/** Field numbers of opentelemetry/proto/trace/v1/trace.proto. */
export function createSpanBatch(resource: Resource): SpanBatch {
  const scopes = new Map<InstrumentationScope, ScopeSpans>();
  let spans = 0;
  let bytes = 0;

  function scopeOf({ instrumentationScope }: SpanRecord): ScopeSpans {
    const scope = scopes.get(instrumentationScope) ?? startScope(instrumentationScope);
    scopes.set(instrumentationScope, scope);
    return scope;
  }

  return {
    get spans() {
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
      const request = new ProtoWriter(bytes + 4096);
      writeResourceSpans(request, resource, [...scopes.values()]);
      for (const { writer, headSize } of scopes.values()) writer.size = headSize;
      spans = 0;
      bytes = 0;
      return request.written();
    },
  };
}

function startScope({ name, version, schemaUrl }: InstrumentationScope): ScopeSpans {
  const writer = new ProtoWriter();
  writer.tag(1, LENGTH);
  const start = writer.open();
  writer.tag(1, LENGTH);
  writer.text(name);
  writeText(writer, 2, version);
  writer.close(start);
  writeText(writer, 3, schemaUrl);
  return { writer, headSize: writer.size };
}

function writeResourceSpans(writer: ProtoWriter, resource: Resource, scopes: readonly ScopeSpans[]): void {
  writer.tag(1, LENGTH);
  const start = writer.open(LENGTH_BYTES);
  writer.tag(1, LENGTH);
  const resourceStart = writer.open(2);
  writeAttributes(writer, 1, resource.attributes);
  writer.close(resourceStart, 2);
  for (const { writer: spans, headSize } of scopes) {
    if (spans.size === headSize) continue;
    writer.tag(2, LENGTH);
    writer.block(spans.written());
  }
  writeText(writer, 3, resource.schemaUrl);
  writer.close(start, LENGTH_BYTES);
}

function writeText(writer: ProtoWriter, field: number, text: string | undefined): void {
  if (!text) return;
  writer.tag(field, LENGTH);
  writer.text(text);
}
