/**
 * What the package installs beside itself; everything else that the sources import is in the bundle. Each is here
 * because it must be the consumer's own copy, or because few services need it.
 */
export const INSTALLED = [
  // The logger of a service is winston's, and its types are in ours.
  'winston',
  // The type of a span processor.
  '@opentelemetry/sdk-trace',
  // Its hooks and whoever registers at them must meet in one copy.
  'import-in-the-middle',
  // MESH_GRPC_INSTRUMENTATION=stock
  '@opentelemetry/instrumentation-grpc',
];

/**
 * The API meets other copies by a global of the process, which one of another minor version does not find. As a peer,
 * npm installs the one copy that fits or says why it cannot.
 */
export const PEERS = { '@opentelemetry/api': '>=1.10.0 <1.11.0' };
