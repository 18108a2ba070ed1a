import http2 from 'node:http2';
import { buffer } from 'node:stream/consumers';

/** A message without fields, uncompressed and of no length: Check for the whole server. */
const emptyRequest = Buffer.alloc(5);

/** The one field of the answer, `status = SERVING`, behind the same five bytes. */
const serving = Buffer.from([0, 0, 0, 0, 2, 0x08, 1]);

/**
 * Asks the standard health service by HTTP/2 alone: a probe that runs every few seconds should not load
 * grpc-js and the proto loader each time.
 *
 * @param address `host:port`
 * @returns what is wrong, or nothing. Rejects with what the socket says.
 */
export async function grpcHealth(address: string, signal: AbortSignal): Promise<string | undefined> {
  const session = http2.connect(`http://${address}`);
  const failed = new Promise<never>((_, reject) => session.on('error', reject));
  try {
    const stream = session.request(
      {
        ':method': 'POST',
        ':path': '/grpc.health.v1.Health/Check',
        'content-type': 'application/grpc',
        te: 'trailers',
      },
      { signal },
    );
    stream.end(emptyRequest);
    const answer = await Promise.race([buffer(stream), failed]);
    return answer.equals(serving) ? undefined : 'it does not say SERVING';
  } finally {
    session.destroy();
  }
}
