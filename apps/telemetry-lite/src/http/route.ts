import type { IncomingMessage } from 'node:http';
import type { Answer } from './answer.ts';

export interface Call {
  request: IncomingMessage;
  query: URLSearchParams;
  /** The path's segment at the route's `*`, decoded; '' for a route without one. */
  segment: string;
}

export type Handler = (call: Call) => Answer | Promise<Answer>;

export interface Route {
  method: 'GET' | 'POST';
  /** A literal path in which one segment may be `*`. */
  path: string;
  handle: Handler;
}

/** The segment that the route path's `*` stands for ('' without `*`), or undefined when it is another path. */
export function matchPath(routePath: string, path: string): string | undefined {
  const wanted = routePath.split('/');
  const given = path.split('/');
  const fits =
    wanted.length === given.length &&
    wanted.every((part, i) => part === given[i] || (part === '*' && given[i] !== ''));
  return fits ? decode(given[wanted.indexOf('*')] ?? '') : undefined;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
