import type { InstrumentationScope } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import { LENGTH, ProtoWriter } from './proto-writer.ts';
import { writeAttributes } from './write-attributes.ts';

// An Export*ServiceRequest: these field numbers of opentelemetry/proto are the same for spans, log records and metrics.

/** A request takes 16 KiB to 2 MiB where there is something to do. */
const LENGTH_BYTES = 3;

/** At most, of what has less than 4 GiB. */
const TAG_AND_LENGTH = 6;

/** The items of one scope: a tracer's, a logger's. It stays from request to request, so that its buffer gets the size that it needs. */
export interface ScopeItems {
  readonly writer: ProtoWriter;
  /** Bytes of what is said of the scope, before its first item. */
  readonly headSize: number;
}

export function startScope({ name, version, schemaUrl }: InstrumentationScope): ScopeItems {
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

/** What a request says of its sender: the same in every one. */
export function encodeResource({ attributes, schemaUrl }: Resource): Uint8Array {
  const writer = new ProtoWriter();
  writer.tag(1, LENGTH);
  const start = writer.open(2);
  writeAttributes(writer, 1, attributes);
  writer.close(start, 2);
  writeText(writer, 3, schemaUrl);
  return writer.written();
}

/** In a buffer of its size and no larger: it may wait for long, and the outbox counts what is written alone. */
export function encodeRequest(sender: Uint8Array, scopes: readonly ScopeItems[]): Uint8Array {
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
