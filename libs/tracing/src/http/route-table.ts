import createRouter from 'find-my-way';
import { createOperation, type Operation } from './operation.ts';

export interface RouteOptions {
  readonly caseSensitive: boolean;
  readonly ignoreTrailingSlash: boolean;
  readonly ignoreDuplicateSlashes: boolean;
  readonly useSemicolonDelimiter: boolean;
  readonly allowUnsafeRegex: boolean;
  /** A longer parameter matches no route. */
  readonly maxParamLength: number;
}

/** The routes that a server has registered. As large as they are many, whatever is asked for. */
export interface RouteTable {
  /** @param url with its query, as it stands in the request */
  find(method: string, url: string): Operation | undefined;
  /** Of two routes that would match the same requests, the first one stays. */
  add(method: string, pattern: string, route?: string): void;
}

/** Finds as Fastify does, because it is the router of Fastify. Constraints (`version`, `host`) are not looked at. */
export function createRouteTable(options: RouteOptions): RouteTable {
  const router = createRouter({ ...options, querystringParser: () => undefined });
  return {
    find: (method, url) => router.find(method as createRouter.HTTPMethod, url)?.store,
    add(method, pattern, route = pattern) {
      try {
        router.on(method as createRouter.HTTPMethod, pattern, () => {}, createOperation(method, route));
      } catch {
        // What is an error, Fastify throws by itself. The rest are routes that only their constraints keep apart.
      }
    },
  };
}
