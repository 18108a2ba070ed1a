import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { withoutReason } from '../sampling/testing/without-reason.ts';
import type { ReceivedSpan } from '../testing/otlp.ts';
import { GRPC_ENDINGS } from './expected/grpc-endings.ts';
import { cellOf } from './testing/cell.ts';
import { expectDocument } from './testing/expect-document.ts';
import { clientAttributes, isUnknown, methodOf, serverAttributes } from './testing/expected-attributes.ts';
import { renderDocument } from './testing/render-document.ts';
import { type Endings, runEndings, type Seen } from './testing/run-endings.ts';
import { clientSpans, serverSpans, sorted } from './testing/span-sides.ts';
import { expectCounted } from './testing/tallies.ts';

let endings: Endings;
let ours: readonly Seen[];
let stock: readonly Seen[];

before(async () => {
  endings = await runEndings({});
  ours = endings.calls;
  stock = (await runEndings({ MESH_GRPC_INSTRUMENTATION: 'stock' })).calls;
});

const CALLS = GRPC_ENDINGS.flatMap(({ name, kinds }) => kinds.map((kind) => `${name} (${kind})`));

describe('a gRPC call is one client span, and one server span for each attempt that arrived, when', () => {
  for (const [index, name] of CALLS.entries()) {
    test(name, () => {
      const seen = ours[index] as Seen;
      const { client, server } = seen.ending;
      if (client !== 'none') assert.equal(seen.status, client.replace('!', ''), 'the call went another way');
      assert.deepEqual(cellOf(seen), { client, server });
    });
  }
});

describe('the spans of a gRPC call have their names, parents and attributes, when', () => {
  for (const [index, name] of CALLS.entries()) {
    test(name, () => {
      const seen = ours[index] as Seen;
      const [client] = clientSpans(seen);
      if (client) expectClient(client, seen);
      for (const [attempt, server] of serverSpans(seen).entries()) {
        expectServer(server, seen, attempt);
        if (client) assert.equal(server.parentSpanId, client.spanId);
      }
    });
  }
});

function expectClient(client: ReceivedSpan, seen: Seen): void {
  assert.equal(client.name, methodOf(seen));
  assert.equal(client.parentSpanId, seen.caseSpanId);
  assert.deepEqual(sorted(client.attributes), sorted(clientAttributes(seen, client)));
}

function expectServer(server: ReceivedSpan, seen: Seen, attempt: number): void {
  assert.equal(server.name, isUnknown(seen) ? '_OTHER' : methodOf(seen));
  assert.deepEqual(sorted(withoutReason(server.attributes)), sorted(serverAttributes(seen, attempt)));
}

test('the durations count each call once on each side, with the ending that its span has', () => {
  expectCounted(endings.ran, 'rpc.server.call.duration', 'rpc.client.call.duration');
});

test('the page about call endings says what both instrumentations do', () => {
  expectDocument('call-endings.md', renderDocument(ours, stock));
});
