import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { problemIn } from '../testing/call.ts';
import { startGateway } from '../testing/gateway.ts';
import { orderOf } from '../testing/orders.ts';
import { parseAnswer, raw } from '../testing/raw.ts';

const listOrders = async () => ({ orders: [orderOf()], nextPageToken: '' });

const { port, url, lines } = await startGateway({ after }, { order: { listOrders } });

const garbage: readonly [what: string, bytes: string | Buffer, status: number][] = [
  ['no HTTP', 'GARBAGE\r\n\r\n', 400],
  ['TLS', Buffer.from('1603010200010001fc0303', 'hex'), 400],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['a header without a colon', 'GET / HTTP/1.1\r\nHost: x\r\nnothing\r\n\r\n', 400],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
  ['a length below 0', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n', 400],
  ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
];

for (const [what, bytes, status] of garbage) {
  test(`${what} is ${status} with problem details, trace headers and one line with the same id`, async () => {
    lines.length = 0;
    const answer = parseAnswer(await raw(port, bytes));
    const problem = problemIn(answer, answer.body, '/');
    assert.equal(problem.status, status);
    assert.equal(Number(answer.headers.get('content-length')), answer.body.length);
    assert.deepEqual(
      lines.map(({ level, fields }) => [level, fields['trace_id']]),
      [['warn', problem.traceId]],
    );
  });
}

test('a request without Host is 400 like any other bad request, but not in HTTP/1.0', async () => {
  lines.length = 0;
  const answer = parseAnswer(await raw(port, 'GET /v1/orders HTTP/1.1\r\nConnection: close\r\n\r\n'));
  const problem = problemIn(answer, answer.body, '/v1/orders');
  assert.deepEqual([problem.status, problem.detail], [400, 'the header Host is missing']);
  assert.equal(lines.filter(({ message }) => message === 'request finished').length, 1);
  assert.equal(parseAnswer(await raw(port, 'GET /v1/orders HTTP/1.0\r\n\r\n')).status, 200);
});

test('an Expect that nobody knows changes nothing', async () => {
  const head = 'GET /v1/orders HTTP/1.1\r\nHost: x\r\nExpect: wonders\r\nConnection: close\r\n\r\n';
  const answer = parseAnswer(await raw(port, head));
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('x-trace-id') ?? '', /^[0-9a-f]{32}$/);
});

test('garbage behind a request does not keep its server from answering others', async () => {
  await Promise.all(
    Array.from({ length: 50 }, () =>
      raw(port, 'GET /v1/orders HTTP/1.1\r\nHost: x\r\n\r\n', '\0\0\0\r\n\r\n'),
    ),
  );
  assert.equal((await fetch(`${url}/v1/orders`)).status, 200);
});
