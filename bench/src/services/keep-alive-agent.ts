import { Agent } from 'node:http';

/** Well below the 5 s after which the gateway closes: a request on a connection that is just being closed is lost. */
const IDLE_MS = 2000;

/** Connections that last as long as one mesh's turn. */
export function createKeepAliveAgent(): Agent {
  return new Agent({ keepAlive: true, timeout: IDLE_MS });
}
