import type { ClientRequest } from 'node:http';
import { renderedHead, rewriteHead } from './rendered-head.ts';

/** Takes a header out that the caller may have written. */
export function removeHeader(request: ClientRequest, name: string): void {
  const rendered = renderedHead(request);
  if (!rendered) request.removeHeader(name);
  else if (rendered._header.toLowerCase().includes(`\n${name}:`)) rewriteHead(rendered, name);
}
