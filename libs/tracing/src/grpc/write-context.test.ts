import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Metadata } from '@grpc/grpc-js';
import { ROOT_CONTEXT } from '@opentelemetry/api';
import type { Boundary } from '../propagation/boundary.ts';
import { writeContext } from './write-context.ts';

/** Everybody may know the id, our own the baggage. */
const boundary: Boundary = {
  isTarget: () => true,
  isTrusting: () => true,
  receive: (context) => context as never,
  send: (_context, host, set) => {
    set('trace-id', 'abc');
    if (host.startsWith('10.')) set('baggage', 'a=1');
  },
};

function written(hosts: readonly string[], before = {}, by = boundary): Record<string, unknown> {
  const metadata = Metadata.fromHttp2Headers(before);
  writeContext(by, ROOT_CONTEXT, hosts, metadata);
  return metadata.getMap();
}

test('a call that can go to several hosts tells what all of them may know', () => {
  assert.deepEqual(written(['10.0.0.1']), { 'trace-id': 'abc', baggage: 'a=1' });
  assert.deepEqual(written(['10.0.0.1', '10.0.0.2']), { 'trace-id': 'abc', baggage: 'a=1' });
  assert.deepEqual(written(['10.0.0.1', '8.8.8.8']), { 'trace-id': 'abc' });
  assert.deepEqual(written(['8.8.8.8', '10.0.0.1']), { 'trace-id': 'abc' });
});

test('a call to nobody knows whom tells nothing', () => {
  assert.deepEqual(written([]), {});
});

test('what metadata cannot carry is left out, and no older value stays in its place', () => {
  const umlauts: Boundary = { ...boundary, send: (_context, _host, set) => set('baggage', 'a=ü') };
  assert.deepEqual(written(['order'], { baggage: 'b=2', other: 'x' }, umlauts), { other: 'x' });
});

test('a mark that somebody else was given goes nowhere, whatever is known of the hosts', () => {
  for (const hosts of [['10.0.0.1'], ['10.0.0.1', '8.8.8.8'], []]) {
    const sent = written(hosts, { 'mesh-sampling-mark': 'theirs', other: 'x' });
    assert.deepEqual([sent['mesh-sampling-mark'], sent['other']], [undefined, 'x']);
  }
});
