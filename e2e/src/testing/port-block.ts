import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** Below the ephemeral ports (32768 and up), which outgoing connections could take while a service restarts. */
const first = 20_000;
const size = 32;
const blocks = 390;

/** Ports that no other test uses at the same time, for as long as the guard is held. */
export interface PortBlock {
  readonly ports: readonly number[];
  release(): void;
}

/** The first port of a block is its lock: the kernel gives it to one process and takes it back when that ends. */
export async function takePortBlock(): Promise<PortBlock> {
  const start = Math.floor(Math.random() * blocks);
  for (let step = 0; step < blocks; step++) {
    const base = first + ((start + step) % blocks) * size;
    const guard = await listen(base);
    if (guard === undefined) continue;
    const ports = Array.from({ length: size - 1 }, (_, index) => base + 1 + index);
    if (await allFree(ports)) return { ports, release: () => guard.close() };
    guard.close();
  }
  throw new Error('no free block of ports was found');
}

async function allFree(ports: readonly number[]): Promise<boolean> {
  for (const port of ports) {
    const server = await listen(port);
    if (server === undefined) return false;
    server.close();
    await once(server, 'close');
  }
  return true;
}

async function listen(port: number): Promise<Server | undefined> {
  const server = createServer().unref();
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return server;
  } catch {
    return undefined;
  }
}
