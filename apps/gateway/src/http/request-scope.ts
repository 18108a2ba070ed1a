import type { ServerResponse } from 'node:http';
import { RpcError, type Scope, status } from '@mesh/rpc';

/** How long a client waits at most; below the time-outs of common proxies and clients. */
const timeoutMs = 10_000;

/** The scope of an HTTP request: it ends when the client goes away or the time is over. */
export function requestScope(response: ServerResponse, faults: string | undefined): Scope {
  const controller = new AbortController();
  const abort = (code: status, message: string) => controller.abort(new RpcError(code, message));
  const timer = setTimeout(() => abort(status.DEADLINE_EXCEEDED, 'the request took too long'), timeoutMs);
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) abort(status.CANCELLED, 'the client went away');
  });
  return { signal: controller.signal, deadline: Date.now() + timeoutMs, faults };
}
