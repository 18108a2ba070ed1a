import { randomBytes } from 'node:crypto';
import { postOtlp } from './post-otlp.ts';

export interface SentTrace {
  readonly traceId: string;
  /** What the collector answered. */
  readonly status: number;
}

/** Sends a trace of failed spans in one request, each with these fields of OTLP/JSON, from a process with these attributes. */
export async function sendTrace(
  otlpUrl: string,
  spanCount: number,
  fields: object = {},
  ofProcess: readonly object[] = [],
): Promise<SentTrace> {
  const traceId = randomBytes(16).toString('hex');
  const now = `${Date.now()}000000`;
  const spans = Array.from({ length: spanCount }, () => ({
    traceId,
    spanId: randomBytes(8).toString('hex'),
    name: 'sent',
    kind: 1,
    startTimeUnixNano: now,
    endTimeUnixNano: now,
    status: { code: 2 },
    ...fields,
  }));
  const attributes = [{ key: 'service.name', value: { stringValue: 'sent' } }, ...ofProcess];
  const request = { resourceSpans: [{ resource: { attributes }, scopeSpans: [{ spans }] }] };
  return { traceId, status: await postOtlp(`${otlpUrl}/v1/traces`, request) };
}

/** Attributes of OTLP/JSON: `count` of them, with values of `bytes`. */
export function ballast(count: number, bytes: number) {
  const value = { stringValue: '.'.repeat(bytes) };
  return Array.from({ length: count }, (_, index) => ({ key: `ballast-${index}`, value }));
}
