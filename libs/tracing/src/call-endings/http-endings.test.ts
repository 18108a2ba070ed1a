import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { withoutReason } from '../sampling/testing/without-reason.ts';
import type { ReceivedSpan } from '../testing/otlp.ts';
import { HTTP_ENDINGS } from './expected/http-endings.ts';
import { HTTP_KINDS } from './http-ending.ts';
import { expectDocument } from './testing/expect-document.ts';
import { clientStart, methodOf, operationOf, serverStart } from './testing/expected-http-attributes.ts';
import { httpCellOf } from './testing/http-cell.ts';
import { renderHttpDocument } from './testing/render-http-document.ts';
import { type HttpEndings, runHttpEndings, type SeenRequest } from './testing/run-http-endings.ts';
import { clientSpans, serverSpans, sorted } from './testing/span-sides.ts';
import { expectCounted } from './testing/tallies.ts';

let endings: HttpEndings;
let requests: readonly SeenRequest[];

before(async () => {
  endings = await runHttpEndings();
  requests = endings.requests;
});

const REQUESTS = HTTP_ENDINGS.flatMap(({ name }) => HTTP_KINDS.map((kind) => `${name} (${kind})`));

describe('an HTTP request is one client span, and one server span if it arrived, when', () => {
  for (const [index, name] of REQUESTS.entries()) {
    test(name, () => {
      const seen = requests[index] as SeenRequest;
      const { clients, servers } = seen.ending;
      assert.deepEqual(httpCellOf(seen), { client: clients[seen.kind], server: servers[seen.kind] });
    });
  }
});

describe('the spans of an HTTP request have their names, parents and attributes, when', () => {
  for (const [index, name] of REQUESTS.entries()) {
    test(name, () => {
      const seen = requests[index] as SeenRequest;
      const clients = clientSpans(seen);
      for (const client of clients) expectClient(client, seen);
      for (const [at, server] of serverSpans(seen).entries()) {
        expectServer(server, seen);
        const client = clients[at];
        if (client) assert.equal(server.parentSpanId, client.spanId);
      }
    });
  }
});

function expectClient(client: ReceivedSpan, seen: SeenRequest): void {
  assert.equal(client.name, methodOf(seen));
  assert.equal(client.parentSpanId, seen.caseSpanId);
  assert.deepEqual(atStart(client), sorted(clientStart(seen, client)));
}

function expectServer(server: ReceivedSpan, seen: SeenRequest): void {
  assert.equal(server.name, operationOf(seen, server.attributes['url.path']));
  assert.deepEqual(atStart(server), sorted(serverStart(seen, server)));
}

/** Those of the end are in the cell. */
function atStart({ attributes }: ReceivedSpan): [string, unknown][] {
  const own = withoutReason(attributes);
  return sorted({ ...own, 'http.response.status_code': undefined, 'error.type': undefined });
}

test('the page about the endings of requests says what is seen', () => {
  expectDocument('http-endings.md', renderHttpDocument(requests));
});

test('the durations count each request once on each side, with the ending that its span has', () => {
  expectCounted(endings.ran, 'http.server.request.duration', 'http.client.request.duration');
});
