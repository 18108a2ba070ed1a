import type { ClientRequest } from 'node:http';

/** What `setHeader` cannot reach any more, and what Node keeps until the first byte is sent. */
interface RenderedHead {
  _header: string;
  readonly outputData: readonly { data: unknown }[];
}

/**
 * The head of a request whose headers are text already: those given as an array and a request with `Expect` are
 * rendered when the request is made, before anyone can learn of it.
 */
export function renderedHead(request: ClientRequest): RenderedHead | undefined {
  const head = request as unknown as RenderedHead | { _header: null };
  return typeof head._header === 'string' ? head : undefined;
}

/** @param line takes the place of all lines of this header; absent: none does */
export function rewriteHead(rendered: RenderedHead, name: string, line?: string): void {
  const [start = '', ...lines] = rendered._header.split('\r\n');
  const others = lines.filter((each) => each !== '' && !each.toLowerCase().startsWith(`${name}:`));
  const head = [start, ...others, ...(line === undefined ? [] : [line]), '', ''].join('\r\n');
  // With `Expect` it waits for the socket; else for the first part of the body, too.
  for (const waiting of rendered.outputData) if (waiting.data === rendered._header) waiting.data = head;
  rendered._header = head;
}
