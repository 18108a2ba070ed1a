import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { startCollector } from '../../testing/collector.ts';
import type { ReceivedSpan } from '../../testing/otlp.ts';
import { type Line, type Service, startService } from '../../testing/service.ts';
import type { Ending, Kind } from '../ending.ts';
import { GRPC_ENDINGS } from '../expected/grpc-endings.ts';
import type { Ports } from './clients.ts';

/** One call of the table, as it was made. */
export interface Seen {
  readonly ending: Ending;
  readonly kind: Kind;
  /** What the client got, as it says itself; `undefined` if it was killed. */
  readonly status: string | undefined;
  /** Those of its trace, without the one that the case itself is. */
  readonly spans: readonly ReceivedSpan[];
  readonly caseSpanId: string;
  readonly ports: Ports;
}

/** Makes every call of the table between real processes that run with the preload. */
export async function runEndings(env: Record<string, string>): Promise<Seen[]> {
  await using collector = await startCollector();
  const options = { env: { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } };
  await using server = startService('endings-server', options);
  await using doomed = startService('endings-server', options);
  const ports = await portsOf(server, doomed);
  const args = (killed: boolean) => [JSON.stringify(ports), ...namesOf(killed)];
  await using client = startService('endings-client', { ...options, args: args(false) });
  await using killed = startService('endings-client', { ...options, args: args(true) });
  await Promise.all([client.line('done'), killed.exit]);
  server.stop();
  assert.equal((await server.exit).code, 0, server.stderr());
  assert.equal((await client.exit).code, 0, client.stderr());
  const lines = [...client.lines, ...killed.lines];
  return GRPC_ENDINGS.flatMap((ending) =>
    ending.kinds.map((kind) => ({ ending, kind, ports, ...find(lines, collector.spans, ending.name, kind) })),
  );
}

/** The names of the endings that kill their client, or of all others. */
function namesOf(killed: boolean): string[] {
  return GRPC_ENDINGS.filter(({ caller }) => (caller === 'is killed') === killed).map(({ name }) => name);
}

async function portsOf(server: Service, doomed: Service): Promise<Ports> {
  const { port, shortLived } = await server.line('listening');
  return {
    plain: Number(port),
    shortLived: Number(shortLived),
    doomed: await doomed.port(),
    lonely: await freePort(),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

function find(
  lines: readonly Line[],
  spans: readonly ReceivedSpan[],
  name: string,
  kind: Kind,
): Pick<Seen, 'status' | 'spans' | 'caseSpanId'> {
  const ofCase = lines.filter((line) => line['name'] === name && line['kind'] === kind);
  const traceId = ofCase[0]?.['trace_id'];
  const status = ofCase.find(({ message }) => message === 'ended')?.['status'];
  return {
    status: status === undefined ? undefined : String(status),
    spans: spans.filter((span) => span.traceId === traceId && span.name !== 'case'),
    caseSpanId: String(ofCase[0]?.['span_id']),
  };
}
