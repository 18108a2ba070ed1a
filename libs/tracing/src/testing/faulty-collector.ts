import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Server as TcpServer,
} from 'node:net';
import { startService } from './service.ts';

/** What can be wrong with a collector: nobody listens, it does not answer, is slow, takes no connection, or talks nonsense. */
export type Fault =
  | 'refuses'
  | 'hangs'
  | 'is slow'
  | 'is gone'
  | 'answers garbage'
  | 'answers half'
  | 'is unavailable'
  | 'answers 413';

export interface FaultyCollector extends AsyncDisposable {
  readonly url: string;
}

const SLOW_MS = 700;

const ANSWERS: Partial<Record<Fault, (response: ServerResponse) => void>> = {
  hangs() {},
  'is slow': (response) => setTimeout(() => response.end(), SLOW_MS),
  'answers half': (response) => response.writeHead(200, { 'content-length': 10 }).write('a'),
  'is unavailable': (response) => response.writeHead(503).end(),
  'answers 413': (response) => response.writeHead(413).end(),
};

export async function startFaultyCollector(fault: Fault): Promise<FaultyCollector> {
  if (fault === 'is gone') return startDeafCollector();
  const answer = ANSWERS[fault];
  const server = answer
    ? createServer((request, response) => request.resume().on('end', () => answer(response)))
    : createTcpServer((socket) => socket.on('error', () => {}).on('data', () => socket.write('what?\n')));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  if (fault === 'refuses') await close(server);
  return { url, [Symbol.asyncDispose]: () => close(server) };
}

async function close(server: Server | TcpServer): Promise<void> {
  if ('closeAllConnections' in server) server.closeAllConnections();
  if (server.listening) await new Promise((resolve) => server.close(resolve));
}

/** A process that is stopped: when its backlog is full, the kernel drops attempts to connect. */
async function startDeafCollector(): Promise<FaultyCollector> {
  const collector = startService('deaf-collector', { preload: false });
  const port = await collector.port();
  const others = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => {}));
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      for (const other of others) other.destroy();
      await collector[Symbol.asyncDispose]();
    },
  };
}
