import assert from 'node:assert/strict';
import { startCollector } from '../../testing/collector.ts';
import type { ReceivedSpan } from '../../testing/otlp.ts';
import type { ReceivedMetric } from '../../testing/otlp-metrics.ts';
import { type Line, type Service, startService } from '../../testing/service.ts';

export interface Cases<Ports> {
  /** The fixtures: a server, which runs twice, as one of them is killed, and a client. */
  readonly server: string;
  readonly client: string;
  readonly env: Record<string, string>;
  portsOf(server: Service, doomed: Service): Promise<Ports>;
  /** The names of the cases, and of those that kill their client. */
  readonly names: readonly string[];
  readonly killing: readonly string[];
}

export interface Ran<Ports> {
  readonly lines: readonly Line[];
  readonly spans: readonly ReceivedSpan[];
  /** Of those that were not killed: the last values come at the end. */
  readonly metrics: readonly ReceivedMetric[];
  readonly ports: Ports;
}

/** Runs the cases of a table between real processes with the preload, until all their spans have arrived. */
export async function runCases<Ports>(cases: Cases<Ports>): Promise<Ran<Ports>> {
  await using collector = await startCollector();
  const env = { ...cases.env, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
  await using server = startService(cases.server, { env });
  await using doomed = startService(cases.server, { env });
  const ports = await cases.portsOf(server, doomed);
  const run = (names: readonly string[]) =>
    startService(cases.client, { env, args: [JSON.stringify(ports), ...names] });
  await using client = run(cases.names);
  await using killed = run(cases.killing);
  await Promise.all([client.line('done'), killed.exit]);
  server.stop();
  assert.equal((await server.exit).code, 0, server.stderr());
  assert.equal((await client.exit).code, 0, client.stderr());
  return {
    lines: [...client.lines, ...killed.lines],
    spans: collector.spans,
    metrics: collector.metrics,
    ports,
  };
}
