// The default export: a Node that has no such hooks must come to the sentence of require-node.ts.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

/** What the program imports, as far as it matters for tracing. It fills while modules are loaded. */
export interface Imports {
  /** The program's own first module came after the hook: what it imports can be traced. */
  hasEntry: boolean;
  /** Folders of the copies of `@opentelemetry/api`. */
  readonly apiFolders: Set<string>;
  /** Other products that trace. */
  readonly foreign: Set<string>;
  /** ES modules that import grpc-js. */
  readonly grpcImporters: Set<string>;
  /** The program's own modules, the first of them: a bundle is one of a few. */
  readonly ownModules: Set<string>;
}

const MAX_OWN_MODULES = 20;

const API = /^(file:.*\/node_modules\/@opentelemetry\/api)\//;
const FOREIGN =
  /\/node_modules\/(@opentelemetry\/(?:sdk-node|auto-instrumentations-node|instrumentation-grpc|instrumentation-http)|dd-trace|newrelic|elastic-apm-node|@sentry\/node|@splunk\/otel)\//;
const GRPC = /\/node_modules\/@grpc\/grpc-js\//;

/** Packages import each other; a program's own choice is what its own files import, or a preload's. */
const PACKAGE = /\/node_modules\//;

/**
 * Looks at the results of module resolution, and changes none. It costs two tests of a text for each import, at start.
 *
 * @param ourFiles the beginning of the URLs of this package's own files
 */
export function watchImports(ourFiles: string): Imports {
  const imports: Imports = {
    hasEntry: false,
    apiFolders: new Set(),
    foreign: new Set(),
    grpcImporters: new Set(),
    ownModules: new Set(),
  };
  module.registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context);
      if (context.parentURL === undefined) imports.hasEntry = true;
      if (PACKAGE.test(resolved.url)) notePackage(imports, resolved.url, context, ourFiles);
      else if (resolved.url.startsWith('file:')) noteOwn(imports, resolved.url);
      return resolved;
    },
  });
  return imports;
}

interface Importing {
  readonly parentURL: string | undefined;
  readonly conditions: readonly string[];
}

function noteOwn({ ownModules }: Imports, url: string): void {
  if (ownModules.size < MAX_OWN_MODULES) ownModules.add(fileURLToPath(url));
}

function notePackage(
  imports: Imports,
  url: string,
  { parentURL, conditions }: Importing,
  ourFiles: string,
): void {
  const [, api] = API.exec(url) ?? [];
  if (api) imports.apiFolders.add(fileURLToPath(api));
  if (parentURL?.startsWith(ourFiles) || PACKAGE.test(parentURL ?? '')) return;
  const [, foreign] = FOREIGN.exec(url) ?? [];
  if (foreign) imports.foreign.add(foreign);
  if (parentURL && GRPC.test(url) && conditions.includes('import')) imports.grpcImporters.add(parentURL);
}
