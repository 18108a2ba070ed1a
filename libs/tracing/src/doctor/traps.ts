import type { Finding } from './finding.ts';
import type { Copy } from './loaded-copies.ts';

const START = '`node --import @mesh/tracing/register <file>`';

/** The sentences. Each says what is wrong with this very program, and the cure after the last colon. */
export const traps = {
  noPreload: (): Finding => ({
    trap: 'no-preload',
    sentence: `Nothing is traced, and lines have no ids, as this process started without the preload: start it with ${START}, or with OTEL_SDK_DISABLED=true where that is meant.`,
  }),
  late: ({ name, version, file }: Copy): Finding => ({
    trap: 'preload-late',
    sentence: `No call of ${name} ${version} (${file}) is traced, as the program imports @mesh/tracing/register itself, which is too late: take that import out and start it with ${START}.`,
  }),
  before: ({ name, version, file }: Copy): Finding => ({
    trap: 'loaded-before',
    sentence: `No call of ${name} ${version} (${file}) is traced, as another preload loaded it before this one: put \`--import @mesh/tracing/register\` first, and before what NODE_OPTIONS preloads.`,
  }),
  twice: (first: string, second: string): Finding => ({
    trap: 'preload-twice',
    sentence: `Two copies of the preload were loaded, and only the first one works (${first}, not ${second}): name one of them only.`,
  }),
  bundled: (file: string): Finding => ({
    trap: 'grpc-bundled',
    sentence: `No call of the @grpc/grpc-js that is bundled into ${file} is traced: leave it out of the bundle, with esbuild by \`--external:@grpc/grpc-js\`.`,
  }),
  copies: (copies: readonly Copy[]): Finding => ({
    trap: 'grpc-copies',
    sentence: `${copies.length} copies of @grpc/grpc-js are loaded (${copies.map(({ version, file }) => `${version} ${file}`).join(', ')}), and one does not take the credentials and the metadata of another: \`npm ls @grpc/grpc-js\` says who brings them, \`npm dedupe\` may make them one.`,
  }),
  defaultImport: (file: string): Finding => ({
    trap: 'grpc-default-import',
    sentence: `The calls that ${file} makes are not traced, as it has the default import of @grpc/grpc-js, which MESH_GRPC_INSTRUMENTATION=stock cannot patch: write \`import * as grpc\`, or leave the variable out.`,
  }),
  api: (folder: string, version: string, ours: string): Finding => ({
    trap: 'api-copies',
    sentence: `Spans that are made with @opentelemetry/api ${version} (${folder}) are lost, as it does not work with the ${ours} of @mesh/tracing: install ${ours} for both.`,
  }),
  foreign: (names: readonly string[]): Finding => ({
    trap: 'foreign-tracing',
    sentence: `This process also loads ${names.join(' and ')}, which makes spans twice or none: take it out of the program, of its preloads and of NODE_OPTIONS.`,
  }),
} as const;
