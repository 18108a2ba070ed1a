import type { MeshEnvironment, PortName } from './mesh-environment.ts';

/** The ports that the documents name; a test has its own. */
const documentedPorts: readonly [string, PortName][] = [
  ['8080', 'GATEWAY_HTTP_PORT'],
  ['50050', 'GATEWAY_GRPC_PORT'],
];

/** A command of a document, as it is for the mesh of a test. */
export function withPorts(command: string, { ports }: MeshEnvironment): string {
  return documentedPorts.reduce(
    (text, [port, name]) => text.replaceAll(`127.0.0.1:${port}`, `127.0.0.1:${ports[name]}`),
    command,
  );
}
