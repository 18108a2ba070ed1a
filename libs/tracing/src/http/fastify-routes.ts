import type { Server } from 'node:http';
import { listenTo } from './listen-to.ts';
import { createRouteTable, type RouteOptions, type RouteTable } from './route-table.ts';

/** The part of a Fastify instance (5.x) that is used here. */
interface Fastify {
  readonly server: object;
  /** What its own servers call at each request. */
  readonly routing: object;
  readonly initialConfig: Partial<RouteOptions> & { readonly routerOptions?: Partial<RouteOptions> };
  addHook(name: 'onRoute', hook: (route: FastifyRoute) => void): void;
  addHook(name: 'onReady', hook: (done: () => void) => void): void;
  hasRoute(route: { readonly method: string; readonly url: string }): boolean;
}

interface FastifyRoute {
  readonly method: string | readonly string[];
  /** With the prefix of its plugin. */
  readonly url: string;
  /** Without it. */
  readonly routePath: string;
}

const INITIALIZATION = 'fastify.initialization';

/** By server and by what serves: at `localhost` Fastify listens with a second server, which it tells nobody. */
const tables = new WeakMap<object, RouteTable | 'none'>();

/** The routes of the Fastify instance behind `server`, if there is one. */
export function routesOf(server: Server): RouteTable | undefined {
  const table = tables.get(server) ?? findTable(server);
  return table === 'none' ? undefined : table;
}

/** Once for each server. */
function findTable(server: Server): RouteTable | 'none' {
  const found = server.listeners('request').find((listener) => tables.has(listener));
  const table = (found && tables.get(found)) ?? 'none';
  tables.set(server, table);
  return table;
}

/** Learns the routes of each Fastify instance that is made from now on. @returns what ends that */
export function watchFastifyRoutes(): () => void {
  return listenTo(INITIALIZATION, watch);
}

function watch(message: unknown): void {
  const { fastify } = message as { fastify: Fastify };
  const table = createRouteTable(readOptions(fastify.initialConfig));
  const roots: { method: string; url: string }[] = [];
  fastify.addHook('onRoute', ({ method, url, routePath }) => {
    for (const name of [method].flat()) {
      table.add(name, url);
      if (routePath === '') roots.push({ method: name, url });
    }
  });
  // The route `/` of a plugin with a prefix has two urls, and Fastify tells of the one without the slash.
  fastify.addHook('onReady', (done) => {
    for (const { method, url } of roots) {
      if (fastify.hasRoute({ method, url: `${url}/` })) table.add(method, `${url}/`, url);
    }
    done();
  });
  tables.set(fastify.server, table);
  tables.set(fastify.routing, table);
}

/** Each may be given as an option of its own (which is on its way out) or as one of the router. */
function readOptions(config: Fastify['initialConfig']): RouteOptions {
  const { routerOptions: options = {} } = config;
  return {
    caseSensitive: (options.caseSensitive ?? config.caseSensitive) !== false,
    ignoreTrailingSlash: options.ignoreTrailingSlash || config.ignoreTrailingSlash || false,
    ignoreDuplicateSlashes: options.ignoreDuplicateSlashes || config.ignoreDuplicateSlashes || false,
    useSemicolonDelimiter: options.useSemicolonDelimiter || config.useSemicolonDelimiter || false,
    allowUnsafeRegex: options.allowUnsafeRegex || config.allowUnsafeRegex || false,
    maxParamLength: options.maxParamLength ?? config.maxParamLength ?? 100,
  };
}
