import { createRequire } from 'node:module';
import type createRouter from 'find-my-way';
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

const load = createRequire(import.meta.url);

/** Finds as Fastify does, because it is the router of Fastify. Constraints (`version`, `host`) are not looked at. */
export function createRouteTable(options: RouteOptions): RouteTable {
  // Not before somebody uses Fastify: it would be a fifth of a start.
  const create: typeof createRouter = load('find-my-way');
  const router = create({ ...options, querystringParser: () => undefined });
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
