import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { fileURLToPath } from 'node:url';

/** Takes OTLP over TLS from clients whose certificate its authority signed, and keeps what was asked by whom. */
export interface TlsCollector extends AsyncDisposable {
  readonly url: string;
  readonly requests: { readonly path: string; readonly client: string }[];
}

/** A file in `fixtures/tls`: `authority`, `server`, `server-key`, `client`, `client-key`. */
export function tlsFile(name: string): string {
  return fileURLToPath(new URL(`./fixtures/tls/${name}.pem`, import.meta.url));
}

export async function startTlsCollector(): Promise<TlsCollector> {
  const [ca, cert, key] = ['authority', 'server', 'server-key'].map((name) => readFileSync(tlsFile(name)));
  const requests: TlsCollector['requests'] = [];
  const options = { ca, cert, key, requestCert: true, rejectUnauthorized: true };
  const server = createServer(options as object, (request, response) => {
    const client = String((request.socket as TLSSocket).getPeerCertificate().subject.CN);
    requests.push({ path: request.url ?? '', client });
    request.resume().on('end', () => response.end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
