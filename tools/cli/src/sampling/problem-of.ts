import { RpcError, status } from '@mesh/rpc';
import type { Place } from './config.ts';

const sentences: Partial<Record<status, (place: Place) => string>> = {
  [status.UNAVAILABLE]: ({ name, address, variable }) =>
    `${name} cannot be reached at ${address}: start the mesh with \`npm start\`, or set ${variable}.`,
  [status.PERMISSION_DENIED]: ({ name, address }) =>
    `${name} answers by a loopback address of its own machine only, and not at ${address}.`,
  [status.FAILED_PRECONDITION]: ({ name }) => `${name} runs without the preload of @mesh/tracing.`,
  [status.UNIMPLEMENTED]: ({ name, address }) => `${name} at ${address} has no admin service.`,
};

/** Why a service did not tell what samples it, in a sentence. */
export function problemOf(error: unknown, place: Place): string {
  const sentence = error instanceof RpcError ? sentences[error.code] : undefined;
  return sentence?.(place) ?? `${place.name} does not tell it: ${(error as Error).message}.`;
}
