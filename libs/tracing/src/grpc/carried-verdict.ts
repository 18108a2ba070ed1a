import type { OutgoingHttpHeaders } from 'node:http2';
import type { Metadata } from '@grpc/grpc-js';
import type { Context } from '@opentelemetry/api';
import type { CapturedTrace } from '../capture/captured-trace.ts';
import { type HeardVerdict, parseVerdict, VERDICT_HEADER } from '../capture/verdict-text.ts';
import type { Headers } from '../propagation/boundary.ts';
import { isBelieved } from '../propagation/is-believed.ts';
import { hasEntry } from './has-entry.ts';

/** Up: to a caller that is believed, as to nobody else the trace is any business. */
export function withVerdict(
  received: Context,
  captured: CapturedTrace | undefined,
  trailers: OutgoingHttpHeaders,
): OutgoingHttpHeaders {
  const text = captured?.text;
  return text !== undefined && isBelieved(received) ? { ...trailers, [VERDICT_HEADER]: text } : trailers;
}

/** What the server of a call says; nobody else sees it, as a service may hand on what it was answered, to whomever. */
export function takeVerdict(metadata: Metadata | undefined): HeardVerdict | undefined {
  if (!hasEntry(metadata, VERDICT_HEADER)) return undefined;
  const [text, ...others] = metadata.get(VERDICT_HEADER);
  metadata.remove(VERDICT_HEADER);
  return typeof text === 'string' && others.length === 0 ? parseVerdict(text) : undefined;
}

/** Down: what is known before a call is made. To be given the metadata of calls that stay in the mesh alone. */
export function sendVerdict(captured: CapturedTrace | undefined, metadata: Metadata): void {
  const text = captured?.text;
  if (text !== undefined) metadata.set(VERDICT_HEADER, text);
}

/** What the caller of a request says. Handlers do not get it. */
export function hearCaller(headers: Headers, received: Context, captured: CapturedTrace | undefined): void {
  const text = headers[VERDICT_HEADER];
  if (text === undefined) return;
  Reflect.deleteProperty(headers, VERDICT_HEADER);
  const heard = typeof text === 'string' && isBelieved(received) ? parseVerdict(text) : undefined;
  if (heard) captured?.hear(heard.verdict, heard.level);
}
