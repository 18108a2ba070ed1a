export const HTTP_KINDS = ['node:http', 'fetch'] as const;
/** What the client asks with. */
export type HttpKind = (typeof HTTP_KINDS)[number];

/** What the client does. Where it says nothing else, it reads the answer to its end. */
export type HttpCallerAct =
  | 'waits'
  | 'sends more than the server takes'
  | 'leaves at once'
  | 'leaves before the answer'
  | 'has a timeout'
  | 'leaves in the middle of the answer'
  | 'is killed';

/** The servers of the table: Fastify with routes, `node:http` without, one that kills itself, none at all. */
export type HttpServerName = 'fastify' | 'plain' | 'doomed' | 'nobody';

/** One way in which an HTTP request ends, and the spans that tell of it. */
export interface HttpEnding {
  readonly name: string;
  readonly caller: HttpCallerAct;
  readonly server: HttpServerName;
  /** The operation: `GET /status/:code`, or `_OTHER`. */
  readonly operation: string;
  readonly path: string;
  /**
   * The client spans in their order: the status, what went wrong if it was not the status, `!` if the span is an
   * error; `none`: there is no such span.
   */
  readonly clients: Readonly<Record<HttpKind, string>>;
  /** The server spans, in the same way. */
  readonly servers: Readonly<Record<HttpKind, string>>;
}

export function both(text: string): Record<HttpKind, string> {
  return { 'node:http': text, fetch: text };
}
