import type { Client, MethodDefinition } from '@grpc/grpc-js';
import { service } from 'grpc-health-check';

/** A neighbour that takes longer to say that it is well is not. */
const timeoutMs = 1000;

interface HealthCheckResponse {
  readonly status: string;
}

const { path, requestSerialize, responseDeserialize } = service['Check'] as unknown as MethodDefinition<
  { service: string },
  HealthCheckResponse
>;

/** Asks the standard health service at the other end of this channel; no answer counts as no. */
export function isServing(client: Client): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const options = { deadline: Date.now() + timeoutMs };
  client.makeUnaryRequest(
    path,
    requestSerialize,
    responseDeserialize,
    { service: '' },
    options,
    (error, answer) => resolve(error === null && answer?.status === 'SERVING'),
  );
  return promise;
}
