/** One way to start the service. */
export interface Variant {
  readonly name: string;
  readonly title: string;
  readonly logger: 'stock' | 'mesh';
  readonly flags: readonly string[];
}

/** The first is what the others are compared with. */
export const VARIANTS: readonly [Variant, ...Variant[]] = [
  { name: 'base', title: 'no tracing, stock winston', logger: 'stock', flags: [] },
  {
    name: 'ours',
    title: '@mesh/tracing, as it is installed',
    logger: 'mesh',
    flags: ['--import', '@mesh/tracing/register'],
  },
  {
    name: 'sdk',
    title: 'NodeSDK alone, nothing instrumented',
    logger: 'stock',
    flags: ['--import', '../node-sdk.mjs'],
  },
];
