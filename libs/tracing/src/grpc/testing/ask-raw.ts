import { once } from 'node:events';
import { connect, type IncomingHttpHeaders } from 'node:http2';

/** A call of `Unary` as it is on the wire, by a client of whom nothing is traced. @returns its trailers */
export async function askRaw(
  address: string,
  headers: Readonly<Record<string, string>>,
): Promise<IncomingHttpHeaders> {
  const session = connect(`http://${address}`);
  const call = session.request({
    ':method': 'POST',
    ':path': '/shop.v1.Shop/Unary',
    'content-type': 'application/grpc',
    te: 'trailers',
    ...headers,
  });
  const message = Buffer.from('{}');
  call.end(Buffer.concat([Buffer.from([0, 0, 0, 0, message.length]), message]));
  const seen: IncomingHttpHeaders = {};
  // An answer of trailers alone is one head.
  for (const event of ['response', 'trailers']) call.on(event, (head) => void Object.assign(seen, head));
  await once(call.resume(), 'close');
  session.close();
  return seen;
}
