import type { Context } from '@opentelemetry/api';

/**
 * How far a server believes what its callers say about their trace.
 *
 * - `trust`: ids, flags, tracestate and baggage are taken over. For servers that outsiders cannot reach.
 * - `adopt`: the trace id and the parent are, and nothing else: the first span decides by itself.
 * - `link`: a new trace, with a link to the caller's.
 * - `ignore`: a new trace.
 */
export type TrustMode = 'trust' | 'adopt' | 'link' | 'ignore';

/** Lower-case names, as Node gives the headers of HTTP/1 and HTTP/2 (gRPC metadata among them). */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What comes in from and goes out to other programs. */
export interface Boundary {
  /**
   * The context that a request starts with, on top of the root context: what its headers say, as far as the mode of
   * the server on `localPort` believes it.
   *
   * @param localPort undefined: that of a unix socket or of a closed connection, which no exception may be missed for
   */
  receive(headers: Headers, localPort: number | undefined): Context;
  /**
   * Writes what a call to `host` may know of `context`.
   *
   * @param host as in the address that is called: a name, an IP address without brackets, or '' for a unix socket
   */
  send(context: Context, host: string, set: (name: string, value: string) => void): void;
  /** Whether `host`, as for `send`, belongs to the mesh: it may know of the context, and what it answers is believed. */
  isTarget(host: string): boolean;
  /** Whether all callers of the server on `localPort`, as for `receive`, are of the mesh. */
  isTrusting(localPort: number | undefined): boolean;
}
