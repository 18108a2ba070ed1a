import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Log } from '../log.ts';
import { type Answer, json } from './answer.ts';
import { matchPath, type Route } from './route.ts';

/**
 * An HTTP server of a few routes. An unknown path or method and a malformed URL are answered in JSON; what a
 * handler throws is logged and answered 500.
 */
export function httpServer(routes: Route[], log: Log): Server {
  return createServer(async (request, response) => {
    const answer = await dispatch(routes, request).catch((error: unknown) => failed(log, request, error));
    response.writeHead(answer.status, {
      'content-type': answer.contentType,
      'content-length': Buffer.byteLength(answer.body),
    });
    response.end(answer.body);
  });
}

async function dispatch(routes: Route[], request: IncomingMessage): Promise<Answer> {
  const url = URL.parse(`http://localhost${request.url}`);
  if (url === null) return json(400, { error: 'the URL is malformed' });
  const matches = routes.flatMap((route) => {
    const segment = matchPath(route.path, url.pathname);
    return segment === undefined ? [] : [{ route, segment }];
  });
  if (matches.length === 0) return json(404, { error: 'telemetry-lite has no such path' });
  const match = matches.find(({ route }) => route.method === request.method);
  if (match === undefined) return json(405, { error: `${request.method} is not for this path` });
  return match.route.handle({ request, query: url.searchParams, segment: match.segment });
}

function failed(log: Log, request: IncomingMessage, error: unknown): Answer {
  if (!request.destroyed) log('error', 'a request failed', { path: request.url, error: String(error) });
  return json(500, { error: 'telemetry-lite failed; its log says why' });
}
