/** Stays out of the bundle, because it must be the consumer's own copy or because few services need it. */
export const EXTERNAL = [
  // The logger of a service is winston's, and its types are in ours.
  'winston',
  // Its hooks and whoever registers at them must meet in one copy.
  'import-in-the-middle',
  // For services of Fastify.
  'find-my-way',
  // MESH_GRPC_INSTRUMENTATION=stock
  '@opentelemetry/instrumentation-grpc',
];

/** What npm installs beside the package: the rest of what the sources import is in the bundle. */
export const INSTALLED = [
  ...EXTERNAL,
  // For the type of a span processor.
  '@opentelemetry/sdk-trace',
];

/**
 * The API meets other copies by a global of the process, which one of another minor version does not find. As a peer,
 * npm installs the one copy that fits or says why it cannot.
 */
export const PEERS = { '@opentelemetry/api': '>=1.10.0 <1.11.0' };
