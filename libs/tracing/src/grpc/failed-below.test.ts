import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TrustMode } from '../propagation/boundary.ts';
import { receive } from '../propagation/testing/what-goes-on.ts';
import { requestOf } from '../request-record.ts';
import { withFailedBelow } from './failed-below.ts';

const CALLER = { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00' };
const OK = { 'grpc-status': '0' };

function trailersOf(mode: TrustMode, headers: Record<string, string>, hasFailed = true): object {
  const received = receive(headers, { trust: { mode, ports: new Map() } });
  const request = requestOf(received);
  assert.ok(request);
  request.hasFailedBelow = hasFailed;
  return withFailedBelow(received, OK);
}

test('where nobody decides about spans, too, only a caller that is believed hears of failures', () => {
  const told = { ...OK, 'mesh-failed-below': '1' };
  assert.deepEqual(trailersOf('trust', CALLER), told);
  assert.deepEqual(trailersOf('trust', { b3: '0' }), told);
  assert.deepEqual(trailersOf('trust', {}), OK);
  for (const mode of ['adopt', 'link', 'ignore'] as const) assert.deepEqual(trailersOf(mode, CALLER), OK);
});

test('without a failure the trailers are the same object', () => {
  assert.equal(trailersOf('trust', CALLER, false), OK);
});
