import type { Way } from './way.ts';

const IMPORT = ['--import', '@mesh/tracing/register'];
const REQUIRE = ['--require', '@mesh/tracing/register'];
const stock = { MESH_GRPC_INSTRUMENTATION: 'stock' };
const traced = { spans: 2, hasIds: true, traps: [] } as const;
const untraced = { spans: 0, hasIds: false } as const;

export const WAYS: readonly Way[] = [
  { name: 'CommonJS', program: 'common.cjs', flags: IMPORT, ...traced },
  { name: 'CommonJS', program: 'common.cjs', flags: REQUIRE, ...traced },
  { name: 'ES module, `import * as grpc`', program: 'namespace.mjs', flags: IMPORT, ...traced },
  { name: 'ES module, `import { Server }`', program: 'names.mjs', flags: IMPORT, ...traced },
  { name: 'ES module, `import { Server }`', program: 'names.mjs', flags: REQUIRE, ...traced, isRare: true },
  { name: 'ES module, `import grpc`', program: 'default.mjs', flags: IMPORT, ...traced, isRare: true },
  { name: 'TypeScript', program: 'names.mts', flags: IMPORT, ...traced, isRare: true },
  { name: 'ES module, no preload', program: 'names.mjs', flags: [], ...untraced, traps: ['no-preload'] },
  {
    isRare: true,
    ...{ name: 'no preload, and none is wanted', program: 'names.mjs', flags: [], ...untraced, traps: [] },
    env: { OTEL_SDK_DISABLED: 'true' },
  },
  {
    ...{ name: 'ES module that imports the preload after grpc-js', program: 'late.mjs', flags: [] },
    ...{ ...untraced, traps: ['preload-late'] },
  },
  {
    ...{ name: 'ES module that imports the preload after pg', program: 'late-pg.mjs', flags: [] },
    ...{ ...untraced, traps: ['preload-late'] },
  },
  {
    isRare: true,
    ...{ name: 'ES module that imports the preload before grpc-js', program: 'not-early.mjs', flags: [] },
    ...{ ...untraced, traps: ['preload-late'] },
  },
  {
    isRare: true,
    ...{ name: 'CommonJS that requires the preload before grpc-js', program: 'early.cjs', flags: [] },
    ...traced,
  },
  {
    isRare: true,
    ...{ name: 'CommonJS that requires the preload after grpc-js', program: 'late.cjs', flags: [] },
    ...{ ...untraced, traps: ['no-preload', 'preload-late'] },
  },
  {
    isRare: true,
    ...{ name: 'a preload before loads grpc-js', program: 'names.mjs' },
    ...{ flags: ['--import', './grpc-first.cjs', ...IMPORT], ...traced },
  },
  {
    ...{ name: 'a preload before makes calls', program: 'empty.cjs' },
    ...{
      flags: ['--require', './common.cjs', ...IMPORT],
      ...untraced,
      traps: ['no-preload', 'loaded-before'],
    },
  },
  {
    ...{ name: 'all in one file, ES module', program: 'bundle.mjs', flags: IMPORT },
    ...{ ...untraced, traps: ['grpc-bundled'] },
  },
  {
    isRare: true,
    ...{ name: 'all in one file, CommonJS', program: 'bundle.cjs', flags: IMPORT },
    ...{ ...untraced, traps: ['grpc-bundled'] },
  },
  {
    ...{ name: 'all but grpc-js in one file', program: 'bundle-without-grpc.mjs', flags: IMPORT },
    ...traced,
  },
  {
    ...{ name: 'two copies of grpc-js', program: 'two-copies.cjs', flags: IMPORT, spans: 2, hasIds: true },
    traps: ['grpc-copies'],
  },
  {
    ...{ name: 'a copy of the API that is newer', program: 'newer-api.cjs', flags: IMPORT },
    ...{ ...traced, traps: ['api-copies'] },
  },
  {
    ...{ name: 'a copy of the API that is older', program: 'older-api.cjs', flags: IMPORT, ...traced },
    isRare: true,
  },
  {
    ...{ name: 'two copies of the preload', program: 'names.mjs' },
    ...{
      flags: [...IMPORT, '--import', './node_modules/register-copy.mjs'],
      ...traced,
      traps: ['preload-twice'],
    },
  },
  {
    ...{ name: 'a program with an SDK of its own', program: 'sdk-inside.cjs', flags: IMPORT },
    ...{ ...traced, traps: ['foreign-tracing'] },
  },
  {
    ...{ name: 'another SDK in a preload before', program: 'names.mjs' },
    ...{ flags: ['--require', './other-sdk.cjs', ...IMPORT], ...untraced, traps: ['foreign-tracing'] },
  },
  { name: 'stock, CommonJS', program: 'common.cjs', flags: IMPORT, env: stock, ...traced, isRare: true },
  {
    name: 'stock, `import * as grpc`',
    program: 'namespace.mjs',
    flags: IMPORT,
    env: stock,
    ...traced,
    isRare: true,
  },
  {
    ...{ name: 'stock, `import grpc`', program: 'default.mjs', flags: IMPORT, env: stock },
    ...{ spans: 1, hasIds: true, traps: ['grpc-default-import'] },
  },
];
