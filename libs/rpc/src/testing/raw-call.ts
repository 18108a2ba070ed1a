import { once } from 'node:events';
import http2 from 'node:http2';
import type { TestContext } from 'node:test';

/** A message as gRPC frames it: not compressed, its length, its bytes. */
export function frame(...bytes: readonly number[]): Buffer {
  return Buffer.from([0, 0, 0, 0, bytes.length, ...bytes]);
}

/** A call made by hand, for what no client of grpc-js sends; its request is left open. */
export function rawCall(t: TestContext, address: string, path: string, headers: object = {}) {
  const session = http2.connect(`http://${address}`);
  session.on('error', () => {});
  t.after(() => session.destroy());
  const call = session.request(
    { ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers', ...headers },
    { endStream: false },
  );
  call.on('error', () => {}).resume();
  const { promise: ended, resolve } = Promise.withResolvers<number | undefined>();
  const take = ({ 'grpc-status': code }: { 'grpc-status'?: unknown }) =>
    code !== undefined && resolve(Number(code));
  call
    .on('response', take)
    .on('trailers', take)
    .on('close', () => resolve(undefined));
  /** The server has read what was sent. */
  const arrived = async () => {
    if (session.connecting) await once(session, 'connect');
    await new Promise((resolve) => session.ping(resolve));
  };
  return { call, ended, arrived };
}
