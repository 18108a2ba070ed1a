import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGateway } from './testing/gateway.ts';
import { orderOf } from './testing/orders.ts';
import { traceHeaders } from './trace-links.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
const links = { traceUrl: 'http://j/{traceId}?id={traceId}', logsUrl: 'http://l/{traceId}' };

test('the headers lead to the trace of the span under way', () => {
  assert.deepEqual(traceHeaders(traceparent, links), {
    traceresponse: traceparent,
    'x-trace-id': traceId,
    link: `<http://j/${traceId}?id=${traceId}>; rel="trace", <http://l/${traceId}>; rel="logs"`,
  });
});

test('without a span the id is a fresh one that says it was not sampled', () => {
  const ids = [1, 2, 3].map(() => traceHeaders(undefined, links));
  for (const { traceresponse, 'x-trace-id': id } of ids) {
    assert.match(traceresponse, new RegExp(`^00-${id}-[0-9a-f]{16}-00$`));
  }
  assert.equal(new Set(ids.map((headers) => headers['x-trace-id'])).size, 3);
});

test('answers and problems carry the trace of their own request', async (t) => {
  const { url } = await startGateway(
    t,
    { order: { getOrder: async () => ({ order: orderOf() }) } },
    () => traceparent,
  );
  for (const path of ['/v1/orders/o-1', '/nowhere', '/v1/orders/%zz']) {
    const response = await fetch(url + path);
    assert.equal(response.headers.get('traceresponse'), traceparent, path);
    const body = (await response.json()) as { traceId: string };
    if (response.status >= 400) assert.equal(body.traceId, traceId, path);
  }
});
