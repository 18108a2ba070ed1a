import { once } from 'node:events';
import { type Agent, type IncomingMessage, request } from 'node:http';

export interface Outgoing {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends a request to loopback and reads its answer to the end. */
export async function send(
  port: number,
  agent: Agent,
  { body, ...rest }: Outgoing,
): Promise<IncomingMessage> {
  const call = request({ host: '127.0.0.1', port, agent, ...rest });
  call.end(body);
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  return response;
}
