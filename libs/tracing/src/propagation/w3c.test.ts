import assert from 'node:assert/strict';
import type { IncomingHttpHeaders } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { type Service, startService } from '../testing/service.ts';
import { type Carrier, openGrpc, openHttp } from './testing/relay.ts';
import { traceparentCases } from './testing/traceparent-cases.ts';
import { tracestateCases } from './testing/tracestate-cases.ts';
import { PARENT_ID, TRACE_ID, type W3cCase } from './testing/w3c-case.ts';
import { parseTraceState } from './trace-state.ts';

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-(0[0-3])$/;

const QUIET = { OTEL_TRACES_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none' };
type Send = (headers: W3cCase['headers'], calls?: number) => Promise<ReturnType<typeof contextOf>[]>;

for (const [transport, port, open] of [
  ['HTTP', 'port', openHttp],
  ['gRPC', 'grpcPort', openGrpc],
] as const) {
  describe(`W3C Trace Context, level 2, through ${transport}`, () => {
    let service: Service;
    let carrier: Carrier;
    before(async () => {
      service = startService('relay', { env: { ...QUIET, MESH_TRUST: 'trust' } });
      carrier = await open(Number((await service.line('listening'))[port]));
    });
    after(async () => {
      await carrier[Symbol.asyncDispose]();
      await service[Symbol.asyncDispose]();
    });
    testSpecification(async (headers, calls = 1) => (await carrier.send(headers, calls)).map(contextOf));
  });
}

function testSpecification(send: Send): void {
  for (const { name, headers, trace, state } of [...traceparentCases, ...tracestateCases]) {
    test(name, async () => {
      const [sent] = await send(headers);
      assert.ok(sent && sent.spanId !== PARENT_ID, 'the call has the span id of the caller');
      assert.equal(sent.traceId === TRACE_ID ? 'kept' : 'new', trace);
      assert.equal(sent.state, state);
    });
  }

  test('flags that have a meaning go on, and the others do not', async () => {
    const kept = { '00': '00', '01': '01', '02': '02', '03': '03', '09': '01', fc: '00', ff: '03' };
    for (const [flags, expected] of Object.entries(kept)) {
      const [sent] = await send([['traceparent', `00-${TRACE_ID}-${PARENT_ID}-${flags}`]]);
      assert.equal(sent?.flags, expected, flags);
    }
  });

  test('a new trace has a random id and says so', async () => {
    const [sent] = await send([]);
    assert.equal(sent?.flags, '03');
  });

  test('all calls of a request are in its trace, each with an id of its own', async () => {
    for (const traceId of [TRACE_ID, '0'.repeat(32), '']) {
      const sent = await send([['traceparent', `00-${traceId}-${PARENT_ID}-01`]], 3);
      assert.equal(new Set(sent.map((call) => call.traceId)).size, 1);
      assert.equal(new Set(sent.map((call) => call.spanId)).size, 3);
    }
  });
}

/** Without what our sampler writes into the state. */
function contextOf(headers: IncomingHttpHeaders) {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(String(headers['traceparent'])) ?? [];
  assert.ok(traceId, `not a traceparent: ${headers['traceparent']}`);
  assert.equal(String(headers['trace-id']), traceId);
  const state = parseTraceState(String(headers['tracestate'] ?? ''))
    ?.unset('ot')
    .serialize();
  return { traceId, spanId, flags, state: state || undefined };
}
