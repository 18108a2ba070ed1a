import type { ReceivedSpan } from '../../testing/otlp.ts';
import type { SeenRequest } from './run-http-endings.ts';

type Attributes = Record<string, unknown>;

const ADDRESS = '127.0.0.1';

/** Every attribute of this client span, without those of its end. */
export function clientStart(seen: SeenRequest, { attributes }: ReceivedSpan): Attributes {
  const port = seen.ports[seen.ending.server];
  const answered = attributes['http.response.status_code'] !== undefined;
  return {
    'http.request.method': methodOf(seen),
    'url.full': `http://${ADDRESS}:${port}${pathOf(seen, attributes['url.full'])}`,
    'server.address': ADDRESS,
    'server.port': port,
    ...(answered && seen.kind === 'node:http' && { 'network.protocol.version': '1.1' }),
  };
}

/** Every attribute of this server span, without those of its end. The caller's address is nobody's business. */
export function serverStart(seen: SeenRequest, { attributes }: ReceivedSpan): Attributes {
  const [, route] = operationOf(seen, attributes['url.path']).split(' ');
  return {
    'http.request.method': methodOf(seen),
    ...(route !== undefined && { 'http.route': route }),
    'url.path': pathOf(seen, attributes['url.path']),
    'url.scheme': 'http',
    'network.protocol.version': '1.1',
    'server.address': ADDRESS,
    'server.port': seen.ports[seen.ending.server],
  };
}

/** The second request is the one that a redirect leads to. */
export function operationOf({ ending }: SeenRequest, at: unknown): string {
  return isRedirected(at) ? 'GET /status/:code' : ending.operation;
}

export function methodOf({ ending }: SeenRequest): string {
  return ending.operation.startsWith('POST') ? 'POST' : 'GET';
}

function pathOf({ ending }: SeenRequest, at: unknown): string {
  return isRedirected(at) && ending.path === '/redirect' ? '/status/404' : ending.path;
}

function isRedirected(at: unknown): boolean {
  return String(at).endsWith('/status/404');
}
