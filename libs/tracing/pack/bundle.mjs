import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { EXTERNAL } from './installed.mjs';

const tracing = fileURLToPath(new URL('..', import.meta.url));

/**
 * Writes `index.js`, `register.js`, those of the subpaths and the chunks they share into a folder, from the sources. A start
 * reads a handful of files so and not some 640, which cost it more than all that they do.
 *
 * @returns the paths of the files of other packages that are in it
 */
export async function bundle(folder) {
  const { metafile } = await build({
    absWorkingDir: tracing,
    entryPoints: ['index', 'register', 'tcp/index', 'sampling/index'].map((entry) => `src/${entry}.ts`),
    outbase: 'src',
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    conditions: ['@mesh/source'],
    external: EXTERNAL.flatMap((name) => [name, `${name}/*`]),
    plugins: [builtinsWithoutFacade, withoutExporters],
    legalComments: 'none',
    // For the modules in CommonJS in it: require-in-the-middle looks into the cache of `require`. A service that is bundled
    // as CommonJS, with this in it, has a file's name instead of the URL.
    banner: {
      js: "const require = process.getBuiltinModule('module').createRequire(import.meta.url ?? __filename);",
    },
    metafile: true,
  });
  return Object.keys(metafile.inputs).filter((file) => file.includes('node_modules/'));
}

/**
 * `import 'node:http'` makes Node read every export of it, and one of them loads undici, some 70 files; what is asked
 * for by a call is read when it is used.
 */
const builtinsWithoutFacade = {
  name: 'builtins-without-facade',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[\w:/]+$/ }, ({ path, kind }) =>
      isBuiltin(path)
        ? { path, namespace: kind === 'dynamic-import' ? 'builtin-late' : 'builtin' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = ${get(path)};`,
    }));
    // As `import()` gives it: with names, but for those that load something when they are read.
    onLoad({ filter: /.*/, namespace: 'builtin-late' }, ({ path }) => ({
      contents: `export const { ${plainNames(path).join(', ')} } = ${get(path)};`,
    }));
  },
};

function get(builtin) {
  return `process.getBuiltinModule(${JSON.stringify(builtin)})`;
}

function plainNames(builtin) {
  const properties = Object.getOwnPropertyDescriptors(process.getBuiltinModule(builtin));
  return Object.keys(properties).filter((name) => 'value' in properties[name]);
}

/**
 * NodeSDK imports an exporter for each signal and protocol, to make one where it is given none; `startTracing` gives
 * it its own. Those for gRPC would load grpc-js before anybody can patch it, in each service.
 */
const withoutExporters = {
  name: 'without-exporters',
  setup({ onResolve, onLoad }) {
    onResolve(
      { filter: /^@opentelemetry\/(exporter-|configuration$|propagator-b3$|otlp-grpc-)/ },
      ({ path, importer }) =>
        importer.includes('/@opentelemetry/sdk-node/') ? { path, namespace: 'never-made' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'never-made' }, () => ({ contents: 'module.exports = {};' }));
  },
};
