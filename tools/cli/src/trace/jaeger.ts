import { z } from 'zod';
import type { BackEnd } from '../http/back-end.ts';
import { BackEndError } from '../http/back-end-error.ts';
import { getJson } from '../http/get-json.ts';
import { type ReadSpans, readOtlpSpans } from './otlp-spans.ts';

const timeoutMs = 10_000;
const answer = z.object({ result: z.unknown() });

/**
 * The spans of one trace from Jaeger's `/api/v3`; none where the store does not know the trace (404).
 * @throws {BackEndError}
 */
export async function fetchSpans(jaeger: BackEnd, traceId: string): Promise<ReadSpans> {
  const { status, json } = await getJson(jaeger, `/api/v3/traces/${traceId}`, { timeoutMs });
  if (status === 404) return { spans: [], unreadable: 0 };
  const read = readOtlpSpans(answer.safeParse(json).data?.result);
  if (read) return read;
  const { name, url, variable } = jaeger;
  throw new BackEndError(
    `What answers at ${url} is not ${name}: no trace came back. ${variable} sets the address.`,
  );
}
