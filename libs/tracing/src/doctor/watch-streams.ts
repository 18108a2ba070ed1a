import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import util from 'node:util';

/** Node publishes here when an HTTP/2 stream is made, with its headers. */
const CHANNELS = ['http2.client.stream.created', 'http2.server.stream.created'];

/**
 * Tells of the first call of gRPC in each direction, whoever makes or takes it, and then looks at none any more: a
 * grpc-js that is bundled into the program is no module that could be seen.
 *
 * @param see gets the file that made the call, as Node names it; none for a server, where Node itself comes first
 */
export function watchFirstCalls(see: (file: string | undefined) => void): void {
  for (const channel of CHANNELS) {
    const look = (message: unknown) => {
      if (!isGrpc(message)) return;
      unsubscribe(channel, look);
      see(callerFile());
    };
    subscribe(channel, look);
  }
}

function isGrpc(message: unknown): boolean {
  const { headers } = message as { readonly headers?: Readonly<Record<string, unknown>> };
  return String(headers?.['content-type']).startsWith('application/grpc');
}

function callerFile(): string | undefined {
  const sites = util.getCallSites(12, { sourceMap: false });
  // The first are our own, up to Node's channel; what comes after Node's HTTP/2 is who asked for the stream.
  const node = sites.findIndex(({ scriptName }) => scriptName.startsWith('node:'));
  return sites.slice(node).find(({ scriptName }) => scriptName !== '' && !scriptName.startsWith('node:'))
    ?.scriptName;
}
