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

/** At most, of what has less than 4 GiB. */
const TAG_AND_LENGTH = 6;

/** Twice what a full batch needs. A buffer that one huge span made larger is let go with its batch. */
const MAX_KEPT_BYTES = 4 * 1024 * 1024;

/** The ScopeSpans of one tracer. It stays from batch to batch, so that its buffer gets the size that it needs. */
interface ScopeSpans {
  readonly writer: ProtoWriter;
  /** Bytes of what is said of the tracer, before its first span. */
  readonly headSize: number;
}

/** Field numbers of opentelemetry/proto/trace/v1/trace.proto. */
export function createSpanBatch(resource: Resource): SpanBatch {
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

/** What a ResourceSpans says of its sender: the same in every request. */
function encodeResource({ attributes, schemaUrl }: Resource): Uint8Array {
  const writer = new ProtoWriter();
  writer.tag(1, LENGTH);
  const start = writer.open(2);
  writeAttributes(writer, 1, attributes);
  writer.close(start, 2);
  writeText(writer, 3, schemaUrl);
  return writer.written();
}

/** In a buffer of its size and no larger: it may wait for long, and the outbox counts what is written alone. */
function encodeRequest(sender: Uint8Array, scopes: readonly ScopeSpans[]): Uint8Array {
  const full = scopes.filter(({ writer, headSize }) => writer.size > headSize);
  const size = full.reduce((sum, { writer }) => sum + TAG_AND_LENGTH + writer.size, sender.length);
  const request = new ProtoWriter(size + 2 * TAG_AND_LENGTH);
  request.tag(1, LENGTH);
  const start = request.open(LENGTH_BYTES);
  request.raw(sender);
  for (const { writer } of full) {
    request.tag(2, LENGTH);
    request.block(writer.written());
  }
  request.close(start, LENGTH_BYTES);
  return request.written();
}

function writeText(writer: ProtoWriter, field: number, text: string | undefined): void {
  if (!text) return;
  writer.tag(field, LENGTH);
  writer.text(text);
}
