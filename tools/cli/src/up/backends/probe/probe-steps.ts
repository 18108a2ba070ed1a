import { z } from 'zod';

const TIMEOUT_MS = 3_000;
const spans = z.object({ result: z.object({ resourceSpans: z.array(z.unknown()).min(1) }) });
const lines = z.object({ data: z.object({ result: z.array(z.unknown()).min(1) }) });

/** Whether an OTLP receiver takes the document. */
export async function sends(url: string, document: unknown): Promise<boolean> {
  const headers = { 'content-type': 'application/json' };
  return (await ask(url, { method: 'POST', headers, body: JSON.stringify(document) })) !== undefined;
}

/** Whether Jaeger has a span of the trace. */
export async function readsSpan(jaegerUrl: string, traceId: string): Promise<boolean> {
  return spans.safeParse(await ask(`${jaegerUrl}/api/v3/traces/${traceId}`)).success;
}

/** Whether Loki has a line of the trace; without times it looks at the last hour. */
export async function readsLine(lokiUrl: string, traceId: string): Promise<boolean> {
  const query = new URLSearchParams({ query: `{service_name=~".+"} | trace_id="${traceId}"` });
  return lines.safeParse(await ask(`${lokiUrl}/loki/api/v1/query_range?${query}`)).success;
}

/** The JSON of a success, else undefined. */
async function ask(url: string, init: RequestInit = {}): Promise<unknown> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const text = await response.text();
    return response.ok ? JSON.parse(text || '{}') : undefined;
  } catch {
    return undefined;
  }
}
