import type { ClientHttp2Session, ClientHttp2Stream, IncomingHttpHeaders } from 'node:http2';
import { TELL_PATH } from '../tell-method.ts';

/**
 * Calls `Tell` by a client of its own.
 *
 * @param act given the call, to send what it likes
 * @returns the status of gRPC, as `0`; undefined where there was none
 */
export async function askTell(
  session: ClientHttp2Session,
  act: (call: ClientHttp2Stream) => void,
): Promise<string | undefined> {
  const call = session.request({
    ':method': 'POST',
    ':path': TELL_PATH,
    'content-type': 'application/grpc',
    te: 'trailers',
  });
  const seen: IncomingHttpHeaders = {};
  for (const event of ['response', 'trailers']) call.on(event, (head) => void Object.assign(seen, head));
  act(call.on('error', () => {}).resume());
  await new Promise((resolve) => call.once('close', resolve));
  return seen['grpc-status'] as string | undefined;
}
