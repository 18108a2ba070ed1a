import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { type LokiLine, lokiAnswer } from './loki.ts';
import { longAgoNs, orderId, orderTrace, traceId } from './order-trace.ts';

/** What a fake answers: JSON, another status, text that is no JSON, or nothing at all. */
export type FakeAnswer =
  | { json: unknown; headers?: Record<string, string> }
  | { status: number; text: string; headers?: Record<string, string> }
  | 'hang';
/** @param body of a POST, parsed. */
export type Fake = (url: URL, body?: unknown) => FakeAnswer;

const notFound = { status: 404, text: '{"error":{"httpCode":404,"message":"not found"}}' };

/** Serves one fake on a free port until the test ends; answers its URL. */
export async function serveFake(t: TestContext, fake: Fake): Promise<string> {
  const server = createServer(async (request, response) => {
    const body = request.method === 'POST' ? await json(request) : undefined;
    const answer = fake(new URL(request.url ?? '', 'http://fake'), body);
    if (answer === 'hang') return;
    const { status, text } = 'json' in answer ? { status: 200, text: JSON.stringify(answer.json) } : answer;
    response.writeHead(status, answer.headers).end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** As Jaeger answers: 404 for a trace that it does not have. */
export function fakeJaeger(traces: Readonly<Record<string, object>> = { [traceId]: orderTrace() }): Fake {
  return ({ pathname }) => {
    const id = /^\/api\/v3\/traces\/([0-9a-f]{32})$/.exec(pathname)?.[1] ?? '';
    return traces[id] ? { json: { result: traces[id] } } : notFound;
  };
}

/** As Loki answers: the lines whose metadata fits the query's one filter and whose time fits its range. */
export function fakeLoki(lines: readonly LokiLine[], startNs = longAgoNs, id = traceId): Fake {
  return ({ pathname, searchParams }) => {
    const query = searchParams.get('query') ?? '';
    const [, label = '', operator, value] = /^{service_name=~"\.\+"} \| (\w+)(!?=)"(.*)"$/.exec(query) ?? [];
    if (pathname !== '/loki/api/v1/query_range' || !operator) return { status: 400, text: 'parse error' };
    const fits = lines.filter(({ at, fields }) => {
      const metadata: Record<string, string> = { trace_id: id, ...fields };
      const ns = startNs + BigInt(Math.round(at * 1e6));
      const inRange =
        BigInt(searchParams.get('start') ?? 0) <= ns && ns < BigInt(searchParams.get('end') ?? 0);
      return inRange && ((metadata[label] ?? '') === value) === (operator === '=');
    });
    return { json: lokiAnswer(id, startNs, fits) };
  };
}

const answersTrace = 'a'.repeat(32);
const headers = {
  'x-trace-id': answersTrace,
  link: `<http://jaeger/trace/${answersTrace}>; rel="trace", <http://grafana/${answersTrace}>; rel="logs"`,
};

/** As the gateway answers for the one order that there is; every answer has links to its own trace. */
export const fakeGateway: Fake = ({ pathname, search }) => {
  const order = { id: orderId, status: 'CONFIRMED', traceId };
  if (pathname === '/v1/orders' && search === '?pageSize=1')
    return { json: { orders: [order], nextPageToken: 'x' }, headers };
  return pathname === `/v1/orders/${orderId}` ? { json: order, headers } : { ...notFound, headers };
};
