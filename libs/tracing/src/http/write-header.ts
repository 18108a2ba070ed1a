import type { ClientRequest } from 'node:http';

/** What `setHeader` cannot reach any more, and what Node keeps until the first byte is sent. */
interface RenderedHead {
  _header: string | null;
  readonly outputData: readonly { data: unknown }[];
}

/**
 * Writes a header in the place of one that the caller may have written.
 *
 * Headers given as an array and a request with `Expect` are rendered when the request is made, before anyone can
 * learn of it; they are written into that text.
 */
export function writeHeader(request: ClientRequest, name: string, value: string): void {
  const rendered = request as unknown as RenderedHead;
  if (typeof rendered._header !== 'string') {
    request.setHeader(name, value);
    return;
  }
  const [start = '', ...lines] = rendered._header.split('\r\n');
  const others = lines.filter((line) => line !== '' && !line.toLowerCase().startsWith(`${name}:`));
  const head = [start, ...others, `${name}: ${value}`, '', ''].join('\r\n');
  // With `Expect` it waits for the socket; else for the first part of the body, too.
  for (const waiting of rendered.outputData) if (waiting.data === rendered._header) waiting.data = head;
  rendered._header = head;
}
