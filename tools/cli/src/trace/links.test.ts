import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fetchLinks } from './links.ts';
import { serveFake } from './testing/back-ends.ts';
import { traceId } from './testing/order-trace.ts';

const own = 'a'.repeat(32);
const gateway = (url: string) => ({ name: 'the gateway', url, variable: 'GATEWAY_URL' });

test("the gateway's links are taken with the wanted trace id in place of the answer's own", async (t) => {
  const link = `<http://jaeger/trace/${own}>; rel="trace", <http://grafana/explore?p=%22${own}%22>; rel="logs"`;
  const url = await serveFake(t, () => ({ status: 404, text: '', headers: { link, 'x-trace-id': own } }));
  assert.deepEqual(await fetchLinks(gateway(url), traceId), {
    trace: `http://jaeger/trace/${traceId}`,
    logs: `http://grafana/explore?p=%22${traceId}%22`,
  });
});

test('a gateway that is not there, or gives no such links, gives none', async (t) => {
  const other = await serveFake(t, () => ({ status: 200, text: '', headers: { link: '</a>; rel="next"' } }));
  assert.equal(await fetchLinks(gateway(other), traceId), undefined);
  assert.equal(await fetchLinks(gateway('http://127.0.0.1:1'), traceId), undefined);
});
