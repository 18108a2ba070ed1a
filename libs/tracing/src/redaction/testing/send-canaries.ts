import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { type Collector, startCollector } from '../../testing/collector.ts';
import { type Service, startService } from '../../testing/service.ts';
import { type Canaries, createCanaries } from './canaries.ts';
import { createFailingPostgres } from './failing-postgres.ts';

/** What became of canaries that went to a careless service by every way there is. */
export interface Sent {
  readonly canaries: Canaries;
  /** What its handlers saw. */
  readonly seen: {
    readonly said: string;
    readonly errors: string[];
    readonly baggage: string[];
    readonly headers: object;
  };
  readonly statements: string[];
  /** What it sent to its neighbour. */
  readonly next: { readonly url: string; readonly baggage: unknown }[];
  readonly service: Pick<Service, 'lines' | 'stdout' | 'stderr'>;
  readonly collector: Pick<Collector, 'spans' | 'logs' | 'requests'>;
}

/** Starts the service, sends one request, and waits until it has ended. */
export async function sendCanaries(): Promise<Sent> {
  const canaries = createCanaries();
  const statements: string[] = [];
  const next: { url: string; baggage: unknown }[] = [];
  await using collector = await startCollector();
  await using postgres = await listen(createFailingPostgres(statements));
  await using neighbour = await listen(
    createServer(({ url = '', headers }, response) => {
      next.push({ url, baggage: headers['baggage'] });
      response.end();
    }),
  );
  await using service = startService('canaries', {
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, MESH_TRUST: 'trust' },
    args: [postgres.port, `http://127.0.0.1:${neighbour.port}`],
  });
  const response = await request(await service.port(), canaries);
  assert.equal(response.status, 200, service.stderr());
  const seen = (await response.json()) as Sent['seen'];
  service.stop();
  assert.equal((await service.exit).code, 0, service.stderr());
  return { canaries, seen, statements, next, service, collector };
}

function request(port: number, canaries: Canaries): Promise<Response> {
  const { mail, card, jwt, bearer, password, key } = canaries;
  const baggage = { mail: encodeURIComponent(mail), card, token: bearer, apikey: key, a: jwt, password };
  const members = Object.entries({ tenant: 't-1', ...baggage }).map((member) => member.join('='));
  return fetch(`http://127.0.0.1:${port}/customers/${mail}?card=${card}&token=${jwt}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${bearer}`,
      cookie: `session=${password}`,
      'content-type': 'application/json',
      'x-api-key': key,
      'user-agent': `${mail} ${card}`,
      baggage: members.join(),
    },
    body: JSON.stringify(canaries),
  });
}

async function listen(server: Server): Promise<AsyncDisposable & { port: number }> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => void server.close(),
  };
}
