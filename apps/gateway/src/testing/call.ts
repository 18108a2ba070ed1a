import assert from 'node:assert/strict';
import type { Problem } from '../http/problem.ts';

/** A POST of JSON with a key, but for what is said otherwise. */
export function post(body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  return {
    method: 'POST',
    body: text as NonNullable<RequestInit['body']>,
    headers: { 'content-type': 'application/json', 'idempotency-key': 'k-1', ...headers },
  };
}

/** An order that breaks no rule of the edge. */
export const goodOrder = { customerId: 'c-1', items: [{ sku: 'SKU-0001', quantity: 2 }] };

/** The problem in an answer, which must have the shape that all of them have. */
export function problemIn(
  { status, headers }: { status: number; headers: Headers },
  body: string,
  path: string,
): Problem {
  const problem = JSON.parse(body) as Problem;
  assert.equal(headers.get('content-type'), 'application/problem+json');
  assert.equal(problem.status, status);
  assert.equal(problem.instance, path);
  assert.match(problem.traceId, /^[0-9a-f]{32}$/);
  assert.equal(headers.get('x-trace-id'), problem.traceId);
  assert.match(
    headers.get('traceresponse') ?? '',
    new RegExp(`^00-${problem.traceId}-[0-9a-f]{16}-[0-9a-f]{2}$`),
  );
  const link = headers.get('link') ?? '';
  assert.match(
    link,
    new RegExp(`<[^>]*${problem.traceId}[^>]*>; rel="trace", <[^>]*${problem.traceId}[^>]*>; rel="logs"`),
  );
  for (const text of [problem.type, problem.title, problem.detail]) assert.ok(text);
  return problem;
}

/** Makes a request that must be answered with a problem. */
export async function problemOf(
  url: string,
  init: RequestInit = {},
): Promise<Problem & { headers: Headers }> {
  const response = await fetch(url, init);
  const problem = problemIn(response, await response.text(), new URL(url).pathname);
  return { ...problem, headers: response.headers };
}
