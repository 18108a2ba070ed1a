import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '../../../testing/until.ts';

/** A server on Jaeger's path, which answers as it is told. */
export interface StrategyServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly requests: IncomingMessage[];
  answer: Answer;
  /** Waits until so many more have asked, after what it answers now. */
  asked(times: number): Promise<void>;
}

type Answer = (response: ServerResponse) => void;

export const keeps =
  (samplingRate: number): Answer =>
  (response) =>
    response.end(JSON.stringify({ strategyType: 'PROBABILISTIC', probabilisticSampling: { samplingRate } }));

export async function startStrategyServer(answer: Answer, port = 0): Promise<StrategyServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    started.answer(response);
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const taken = (server.address() as AddressInfo).port;
  const started: StrategyServer = {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    requests,
    answer,
    async asked(times) {
      const count = requests.length + times;
      await until(() => requests.length >= count || undefined, 'a further request');
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return started;
}
