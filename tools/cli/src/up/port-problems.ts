import { createServer } from 'node:net';
import { portOwner } from './port-owner.ts';
import type { Port } from './ports.ts';

/** A sentence for each port that cannot be listened on: what it is for, who may hold it and what to do. */
export async function portProblems(ports: readonly Port[]): Promise<string[]> {
  const problems = await Promise.all(ports.map((port, i) => problemOf(port, ports.slice(0, i))));
  return problems.filter((problem) => problem !== undefined);
}

async function problemOf(port: Port, before: readonly Port[]): Promise<string | undefined> {
  const twin = before.find((other) => other.port === port.port);
  if (twin)
    return `${twin.variable} and ${port.variable} are both ${port.port}: give one of them another value.`;
  const code = await listenError(port);
  if (code === undefined) return undefined;
  const what = `Port ${port.port} on ${port.host} (${port.purpose})`;
  const change = `set ${port.variable} to another port`;
  if (code !== 'EADDRINUSE')
    return `${what} cannot be listened on (${code}): ${change}, or HOST to an address of this machine.`;
  const owner = portOwner(port.port);
  const holder = owner ? `by ${owner}` : `already, perhaps by ${port.suspects}`;
  return `${what} is taken ${holder}: stop that, or ${change}.`;
}

/** The code of the error that listening ends with; undefined when it works. */
function listenError({ host, port }: Port): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
