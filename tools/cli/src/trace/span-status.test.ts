import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Span } from './span.ts';
import { spanStatus } from './span-status.ts';

const span = (attributes: Span['attributes'], failed = false): Span => ({
  ...{ spanId: '', parentId: null, service: '', kind: 'INTERNAL', startNs: 0n, endNs: 0n, problem: '' },
  ...{ name: '', attributes, failed, links: [] },
});

test('a span ends as its protocol says it, in old and new conventions', () => {
  const endings: readonly [Span, string][] = [
    [span({ 'http.response.status_code': 201 }), '201'],
    [span({ 'http.status_code': 503 }, true), '503'],
    [span({ 'rpc.grpc.status_code': 9 }, true), 'FAILED_PRECONDITION'],
    [span({ 'rpc.status_code': 'NOT_FOUND' }), 'NOT_FOUND'],
    [span({ 'rpc.grpc.status_code': 99 }, true), 'ERROR'],
    [span({ 'http.response.status_code': 503, 'error.type': '503' }, true), '503'],
    [span({ 'error.type': 'client_gone' }), 'client_gone'],
    [span({}, true), 'ERROR'],
    [span({}), ''],
  ];
  for (const [given, status] of endings) assert.equal(spanStatus(given), status);
});
