import type { ClientRequest } from 'node:http';
import { renderedHead, rewriteHead } from './rendered-head.ts';

/** Writes a header in the place of one that the caller may have written. */
export function writeHeader(request: ClientRequest, name: string, value: string): void {
  const rendered = renderedHead(request);
  if (rendered) rewriteHead(rendered, name, `${name}: ${value}`);
  else request.setHeader(name, value);
}
