import type { EventEmitter } from 'node:events';
import { Connection, type PoolClient } from 'pg';

const CANCEL_TIMEOUT_MS = 1_000;

/** What `pg` has but its types leave out. */
interface BackendKey {
  readonly processID: number;
  readonly secretKey: number;
}
interface RawConnection extends EventEmitter {
  readonly stream: { destroy(): void };
  connect(port: number, host: string): void;
  requestSsl(): void;
  cancel(processID: number, secretKey: number): void;
}

/**
 * Asks the server, over a connection of its own, to cancel what `client` runs.
 * Resolves with true when the server has closed that connection: by then the signal has been sent. With false when
 * that could not be seen within a second. The statement's own answer tells whether the request had an effect.
 * Source: PostgreSQL, "Canceling Requests in Progress" (protocol-flow).
 */
export function requestCancel(client: PoolClient): Promise<boolean> {
  const { processID, secretKey } = client as unknown as BackendKey;
  const connection = new Connection({ ssl: client.ssl }) as unknown as RawConnection;
  const send = () => connection.cancel(processID, secretKey);
  return new Promise((resolve) => {
    const settle = (sent: boolean) => {
      clearTimeout(timer);
      connection.stream.destroy();
      resolve(sent);
    };
    const timer = setTimeout(settle, CANCEL_TIMEOUT_MS, false);
    connection.on('error', () => settle(false));
    connection.on('end', () => settle(true));
    connection.on('connect', () => (client.ssl ? connection.requestSsl() : send()));
    connection.on('sslconnect', send);
    connection.connect(client.port, client.host);
  });
}
