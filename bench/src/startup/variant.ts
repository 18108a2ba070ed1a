/** One way to start the service. */
export interface Variant {
  readonly name: string;
  readonly title: string;
  readonly logger: 'stock' | 'mesh';
  readonly flags: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The first is what the others are compared with. */
export const VARIANTS: readonly [Variant, ...Variant[]] = [
  { name: 'base', title: 'no tracing, stock winston', logger: 'stock', flags: [] },
  {
    name: 'ours',
    title: '@mesh/tracing, MESH_CAPTURE=off',
    logger: 'mesh',
    flags: ['--import', '@mesh/tracing/register'],
    env: { MESH_CAPTURE: 'off' },
  },
  {
    name: 'ours-1-capture',
    title: '@mesh/tracing, 1 %, the rest parked',
    logger: 'mesh',
    flags: ['--import', '@mesh/tracing/register'],
    env: { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.01' },
  },
  {
    name: 'sdk',
    title: 'NodeSDK alone, nothing instrumented',
    logger: 'stock',
    flags: ['--import', '../node-sdk.mjs'],
  },
];
