import type { EventEmitter } from 'node:events';
import { get, type ServerResponse } from 'node:http';
import { connectTcp } from '../../tcp/index.ts';

/** What a server asks in its turn. */
export interface AskedPlaces {
  /** A server with the same acts. */
  readonly inner: string;
  /** Where nobody listens. */
  readonly closed: string;
  /** Of a server that has `echo` and `broken`. */
  readonly tcpPort: number;
}

/** What a server does with a request, by its path. @param seen is told `silent` when that is asked @param places read at each request */
export function troubledActs(
  seen: EventEmitter,
  places: () => AskedPlaces,
): Record<string, (response: ServerResponse) => unknown> {
  const inner = (path: string) => `${places().inner}${path}`;
  const tell = (response: ServerResponse, operation: string) =>
    tellTcp(response, places().tcpPort, operation);
  return {
    '/200': (response) => response.end(),
    '/404': (response) => response.writeHead(404).end(),
    '/500': (response) => response.writeHead(500).end(),
    '/cut': (response) => response.destroy(new Error('no answer today')),
    '/silent': () => seen.emit('silent'),
    '/asks-200': (response) => ask(response, inner('/200')),
    '/asks-404': (response) => ask(response, inner('/404')),
    '/asks-500': (response) => ask(response, inner('/500')),
    '/asks-cut': (response) => ask(response, inner('/cut')),
    '/asks-nobody': (response) => ask(response, places().closed),
    '/waits': (response) => ask(response, inner('/silent'), AbortSignal.timeout(50)),
    '/gives-up': (response) => ask(response, inner('/silent'), abortOn(seen, 'silent')),
    '/gets-500': (response) =>
      get(inner('/500'), (answer) => answer.resume().on('end', () => response.end())),
    '/gets-nobody': (response) => get(places().closed).on('error', () => response.end()),
    '/tells-echo': (response) => tell(response, 'echo'),
    '/tells-broken': (response) => tell(response, 'broken'),
    '/tells-unknown': (response) => tell(response, 'unknown'),
  };
}

async function ask(response: ServerResponse, url: string, signal?: AbortSignal): Promise<void> {
  await fetch(url, signal ? { signal } : {}).then(
    (answer) => answer.text(),
    () => {},
  );
  response.end();
}

async function tellTcp(response: ServerResponse, port: number, operation: string): Promise<void> {
  using client = connectTcp({ host: '127.0.0.1', port });
  await client.call(operation, Buffer.from('?')).catch(() => {});
  response.end();
}

export function abortOn(seen: EventEmitter, event: string): AbortSignal {
  const controller = new AbortController();
  seen.once(event, () => controller.abort());
  return controller.signal;
}
