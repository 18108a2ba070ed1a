import { once } from 'node:events';
import { type ClientHttp2Stream, connect, type IncomingHttpHeaders } from 'node:http2';

export interface RawOptions {
  readonly message?: object;
  /** Given the call when it is under way. */
  readonly act?: (call: ClientHttp2Stream) => void;
}

/**
 * A call of `Unary`, or of another path, as it is on the wire, by a client of whom nothing is traced.
 *
 * @returns its trailers
 */
export async function askRaw(
  address: string,
  headers: Readonly<Record<string, string>>,
  { act, message: sent = {} }: RawOptions = {},
): Promise<IncomingHttpHeaders> {
  const session = connect(`http://${address}`);
  const call = session.request({
    ':method': 'POST',
    ':path': '/shop.v1.Shop/Unary',
    'content-type': 'application/grpc',
    te: 'trailers',
    ...headers,
  });
  const message = Buffer.from(JSON.stringify(sent));
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(message.length, 1);
  call.end(Buffer.concat([prefix, message]));
  const seen: IncomingHttpHeaders = {};
  // An answer of trailers alone is one head.
  for (const event of ['response', 'trailers']) call.on(event, (head) => void Object.assign(seen, head));
  act?.(call);
  await once(call.resume(), 'close');
  session.close();
  return seen;
}
