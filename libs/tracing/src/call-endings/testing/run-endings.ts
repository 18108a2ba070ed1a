import type { Ending, Kind } from '../ending.ts';
import { GRPC_ENDINGS } from '../expected/grpc-endings.ts';
import type { Ports } from './clients.ts';
import { freePort } from './free-port.ts';
import { type Ran, runCases } from './run-cases.ts';
import { type SeenCase, spansOfCase } from './spans-of-case.ts';

/** One call of the table, as it was made. */
export interface Seen extends SeenCase {
  readonly ending: Ending;
  readonly kind: Kind;
  readonly ports: Ports;
}

export interface Endings {
  readonly calls: readonly Seen[];
  readonly ran: Ran<Ports>;
}

/** Makes every call of the table. */
export async function runEndings(env: Record<string, string>): Promise<Endings> {
  const ran = await runCases<Ports>({
    server: 'endings-server',
    client: 'endings-client',
    env,
    portsOf: async (server, doomed) => {
      const { port, shortLived } = await server.line('listening');
      const [plain, short] = [Number(port), Number(shortLived)];
      return { plain, shortLived: short, doomed: await doomed.port(), lonely: await freePort() };
    },
    names: namesOf(({ caller }) => caller !== 'is killed'),
    killing: namesOf(({ caller }) => caller === 'is killed'),
  });
  const { lines, spans, ports } = ran;
  const calls = GRPC_ENDINGS.flatMap((ending) =>
    ending.kinds.map((kind) => ({ ending, kind, ports, ...spansOfCase(lines, spans, ending.name, kind) })),
  );
  return { calls, ran };
}

function namesOf(choose: (ending: Ending) => boolean): string[] {
  return GRPC_ENDINGS.filter(choose).map(({ name }) => name);
}
