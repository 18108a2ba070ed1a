import { randomBytes } from 'node:crypto';
import type { Metadata } from '@grpc/grpc-js';

export interface TraceIds {
  readonly trace_id: string;
  readonly span_id: string;
  readonly trace_flags: string;
}

/** W3C Trace Context, `traceparent` of version 00; a later version may have more fields after these. */
const traceparent = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/;

/** The ids for a line about a call that has no span: those its caller sent, else fresh ones, not sampled. */
export function traceIdsOf(metadata: Metadata): TraceIds {
  const match = traceparent.exec(String(metadata.get('traceparent')[0]));
  const [, trace_id = fresh(16), span_id = fresh(8), trace_flags = '00'] = match ?? [];
  return { trace_id, span_id, trace_flags };
}

function fresh(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
