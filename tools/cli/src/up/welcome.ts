import type { Home } from '../host/home.ts';
import { reachable } from '../reachable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Backends } from './backends/backends.ts';
import type { UpConfig } from './config.ts';
import { databasesOf } from './databases-of.ts';
import { EXAMPLE_ORDER } from './first-order.ts';
import type { Sampling } from './open-sampling.ts';

/** What the welcome tells of. */
export interface WelcomeFacts {
  readonly config: UpConfig;
  readonly home: Home;
  readonly backends: Pick<Backends, 'host' | 'places'>;
  readonly sampling: Pick<Sampling, 'place'>;
}

/** What can be reached where, and what to try. */
export function welcome(facts: WelcomeFacts, { paint }: Terminal): string {
  const { config } = facts;
  const places = placesOf(facts).map(([what, where]) => `  ${what.padEnd(14)} ${where}`);
  const tries = triesOf(config).flatMap(([what, command]) => [`  ${what}:`, `    ${paint('cyan', command)}`]);
  return ['', paint('bold', 'Where'), ...places, '', paint('bold', 'Try'), ...tries, '', ''].join('\n');
}

function placesOf({
  config,
  home,
  backends,
  sampling,
}: WelcomeFacts): (readonly [what: string, where: string])[] {
  const at = (port: number) => reachable(config.HOST, port);
  const databases = databasesOf(config).map((name): [string, string] => [
    `${name} data`,
    `postgres://postgres@127.0.0.1:${config.POSTGRES_PORT}/${name}`,
  ]);
  return [
    ['HTTP API', `http://${at(config.GATEWAY_HTTP_PORT)}/v1/products`],
    ['gRPC', `gateway ${at(config.GATEWAY_GRPC_PORT)}`],
    ['', `order ${at(config.ORDER_GRPC_PORT)}, inventory ${at(config.INVENTORY_GRPC_PORT)}`],
    ...backends.places,
    ...databases,
    ['log files', home.logs],
    ['sampling', sampling.place],
  ];
}

function triesOf(config: UpConfig): [what: string, command: string][] {
  const url = `http://${reachable(config.HOST, config.GATEWAY_HTTP_PORT)}/v1/orders`;
  const headers = "-H 'content-type: application/json' -H 'idempotency-key: my-first-order'";
  return [
    [
      'place an order; do it twice, and it is the same order',
      `curl -i ${url} ${headers} -d '${JSON.stringify(EXAMPLE_ORDER)}'`,
    ],
    ['see the path of the newest order', 'npx mesh trace last'],
    ['see which traces are kept, and by what', 'npx mesh sampling show'],
    ['prove that orders and stock agree', 'npx mesh verify'],
    ['ask why a trace or a line is missing', 'npx mesh doctor'],
  ];
}
