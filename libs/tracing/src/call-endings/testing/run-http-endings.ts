import { HTTP_ENDINGS } from '../expected/http-endings.ts';
import { HTTP_KINDS, type HttpEnding, type HttpKind, type HttpServerName } from '../http-ending.ts';
import { freePort } from './free-port.ts';
import { type Ran, runCases } from './run-cases.ts';
import { type SeenCase, spansOfCase } from './spans-of-case.ts';

export type HttpPorts = Readonly<Record<HttpServerName, number>>;

/** One request of the table, as it was made. */
export interface SeenRequest extends SeenCase {
  readonly ending: HttpEnding;
  readonly kind: HttpKind;
  readonly ports: HttpPorts;
}

export interface HttpEndings {
  readonly requests: readonly SeenRequest[];
  readonly ran: Ran<HttpPorts>;
}

/** Makes every request of the table. */
export async function runHttpEndings(): Promise<HttpEndings> {
  const ran = await runCases<HttpPorts>({
    server: 'http-endings-server',
    client: 'http-endings-client',
    env: {},
    portsOf: async (server, doomed) => {
      const { port, plain } = await server.line('listening');
      const { plain: doomedPort } = await doomed.line('listening');
      return {
        fastify: Number(port),
        plain: Number(plain),
        doomed: Number(doomedPort),
        nobody: await freePort(),
      };
    },
    names: namesOf(({ caller }) => caller !== 'is killed'),
    killing: namesOf(({ caller }) => caller === 'is killed'),
  });
  const { lines, spans, ports } = ran;
  const requests = HTTP_ENDINGS.flatMap((ending) =>
    HTTP_KINDS.map((kind) => ({ ending, kind, ports, ...spansOfCase(lines, spans, ending.name, kind) })),
  );
  return { requests, ran };
}

function namesOf(choose: (ending: HttpEnding) => boolean): string[] {
  return HTTP_ENDINGS.filter(choose).map(({ name }) => name);
}
