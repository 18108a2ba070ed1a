import type { IncomingMessage } from 'node:http';
import type { Outcome } from './outcome.ts';
import { readPartialSuccess } from './read-partial-success.ts';

/** Statuses that OTLP/HTTP names as worth another try: https://opentelemetry.io/docs/specs/otlp/#failures-1. */
const RETRYABLE = [429, 502, 503, 504];

/** A partial success is a number and a sentence. */
const MAX_BODY_BYTES = 64 * 1024;

export interface Answer {
  readonly url: string;
  readonly status: number;
  readonly body: Uint8Array;
  readonly retryAfter?: string | undefined;
}

/** Reads what a collector answered. The status counts, also where the rest of the answer does not come. */
export async function readAnswer(response: IncomingMessage, url: string): Promise<Outcome> {
  const body = await readBody(response);
  const { statusCode: status = 0, headers } = response;
  return readOutcome({ url, status, body, retryAfter: headers['retry-after'] });
}

export function readOutcome({ url, status, body, retryAfter }: Answer): Outcome {
  const reason = `${url} answered ${status}`;
  if (status >= 200 && status < 300) {
    const partial = readPartialSuccess(body);
    return {
      kind: 'taken',
      ...(partial && { ...partial, reason: `${url} rejected some: ${partial.reason}` }),
    };
  }
  if (!RETRYABLE.includes(status)) return { kind: 'refused', reason };
  const retryAfterMs = readRetryAfter(retryAfter ?? '');
  return { kind: 'failed', reason, wasAnswered: true, ...(retryAfterMs > 0 && { retryAfterMs }) };
}

async function readBody(response: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('error', () => {});
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  });
  await new Promise((resolve) => response.once('close', resolve));
  return Buffer.concat(chunks);
}

/** Seconds or a date: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after. */
function readRetryAfter(value: string): number {
  return /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
}
