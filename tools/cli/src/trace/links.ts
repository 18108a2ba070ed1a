import type { BackEnd } from '../http/back-end.ts';

/** Where a person, or on lite a program, can see one trace and its lines. */
export interface Links {
  readonly trace: string;
  readonly logs: string;
}

/** Short: nobody waits for a link. */
const timeoutMs = 2000;

/**
 * The addresses that the gateway gives in the `link` header of its answers, for another trace than that of the answer:
 * so they are those of the back ends in use. Undefined where the gateway cannot be asked.
 */
export async function fetchLinks({ url }: BackEnd, traceId: string): Promise<Links | undefined> {
  try {
    // Traced as every request is: a caller from outside cannot ask the edge not to be.
    const { headers } = await fetch(`${url}/`, { method: 'HEAD', signal: AbortSignal.timeout(timeoutMs) });
    const answered = headers.get('x-trace-id');
    if (answered === null) return undefined;
    return readLinks((headers.get('link') ?? '').replaceAll(answered, traceId));
  } catch {
    return undefined;
  }
}

/** Reads `<url>; rel="trace", <url>; rel="logs"`. */
function readLinks(header: string): Links | undefined {
  const urls = new Map([...header.matchAll(/<([^>]*)>;\s*rel="(\w+)"/g)].map(([, to, rel]) => [rel, to]));
  const [trace, logs] = [urls.get('trace'), urls.get('logs')];
  return trace !== undefined && logs !== undefined ? { trace, logs } : undefined;
}
