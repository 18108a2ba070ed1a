import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { decode, hex, int, messages, text } from '../../../testing/protobuf.ts';
import { TELL_PATH } from '../tell-method.ts';

export interface HeardTell {
  readonly headers: IncomingHttpHeaders;
  /** `4bf9… slow 2` */
  readonly promotions: readonly string[];
  /** As `performance.now()`. */
  readonly at: number;
}

export interface TellServer extends AsyncDisposable {
  readonly address: string;
  readonly heard: HeardTell[];
  /** Connections so far. */
  readonly sessions: ServerHttp2Session[];
}

export interface TellServerOptions {
  /** Default: a free one of 127.0.0.1. */
  readonly port?: number;
  readonly host?: string;
  /** Default: says OK. */
  readonly answer?: (stream: ServerHttp2Stream) => void;
}

/** Another process of the mesh, as far as it is told of traces. It reads by the wire format alone, and answers all calls alike. */
export async function serveTells(options: TellServerOptions = {}): Promise<TellServer> {
  const { port = 0, host = '127.0.0.1', answer = sayOk } = options;
  const heard: HeardTell[] = [];
  const sessions: ServerHttp2Session[] = [];
  const server = createServer().on('session', (session) => sessions.push(session));
  server.on('stream', async (stream, headers) => {
    stream.on('error', () => {});
    const chunks = await stream.toArray().catch(() => undefined);
    if (!chunks) return;
    if (headers[':path'] === TELL_PATH)
      heard.push({ headers, promotions: promotionsIn(Buffer.concat(chunks)), at: performance.now() });
    answer(stream);
  });
  server.listen(port, host);
  await once(server, 'listening');
  const bound = (server.address() as AddressInfo).port;
  return {
    address: host.includes(':') ? `[${host}]:${bound}` : `${host}:${bound}`,
    heard,
    sessions,
    async [Symbol.asyncDispose]() {
      for (const session of sessions) session.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function promotionsIn(body: Buffer): string[] {
  const message = body.subarray(5);
  if (body.readUInt32BE(1) !== message.length) throw new Error('The length is another one.');
  return messages(decode(message), 1).map((one) => `${hex(one, 1)} ${text(one, 2)} ${int(one, 3)}`);
}

const HEAD = { ':status': 200, 'content-type': 'application/grpc' };

function sayOk(stream: ServerHttp2Stream): void {
  stream.respond(HEAD, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
  stream.end(Buffer.alloc(5));
}

/** As a server does that has no such method. */
export function sayUnimplemented(stream: ServerHttp2Stream): void {
  stream.respond({ ...HEAD, 'grpc-status': '12' }, { endStream: true });
}
