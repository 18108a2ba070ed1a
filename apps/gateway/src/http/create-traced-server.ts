import { createServer, type RequestListener, type Server } from 'node:http';
import { type LinkTemplates, traceHeaders } from '../trace-links.ts';
import { isProbe } from './probes.ts';

/**
 * Node's server, whose every answer leads to its trace: the headers go on before anything can answer.
 * What Node would refuse by itself and without them, a request without Host or with an Expect that it
 * does not know, is handled like any other.
 *
 * @param traceparent of the span of the request under way.
 */
export function createTracedServer(
  handle: RequestListener,
  links: LinkTemplates,
  traceparent: () => string | undefined,
): Server {
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    if (!isProbe(request)) response.setHeaders(new Map(Object.entries(traceHeaders(traceparent(), links))));
    handle(request, response);
  });
  // Sent round again, because only `request` gets a span.
  return server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}
