import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import type { Attributes } from '@opentelemetry/api';
import { plainAddress } from '../plain-address.ts';
import type { Operation } from './operation.ts';
import { splitHost } from './split-host.ts';

/**
 * What is known of a request when it starts. The caller's address is not part of it: it is personal data.
 *
 * https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-server-span
 */
export function serverAttributes({ attributes }: Operation, request: IncomingMessage): Attributes {
  const secure = (request.socket as Partial<TLSSocket>).encrypted === true;
  return {
    ...attributes,
    'url.path': pathOf(request.url ?? ''),
    'url.scheme': secure ? 'https' : 'http',
    'network.protocol.version': request.httpVersion,
    ...placeOf(request, secure),
  };
}

const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;

/** Without the query, whose values can be keys and tokens, and of a whole URL without what can hold a password. */
function pathOf(url: string): string {
  const path = url.startsWith('/') ? url : url.replace(ORIGIN, '');
  const end = path.search(/[?#]/);
  return (end < 0 ? path : path.slice(0, end)) || '/';
}

/** The host that the caller asked for, else the address that it reached. */
function placeOf({ headers, socket }: IncomingMessage, secure: boolean): Attributes {
  const asked = headers.host === undefined ? undefined : splitHost(headers.host);
  if (asked) return { 'server.address': asked.host, 'server.port': asked.port ?? (secure ? 443 : 80) };
  const { localAddress, localPort } = socket;
  if (localAddress === undefined || localPort === undefined) return {};
  return { 'server.address': plainAddress(localAddress), 'server.port': localPort };
}
