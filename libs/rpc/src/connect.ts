import * as grpc from '@grpc/grpc-js';
import { callUnary, type UnaryStub } from './call-unary.ts';
import type { Client } from './client.ts';
import { isServing } from './is-serving.ts';

export interface Connection<Definition> {
  readonly client: Client<Definition>;
  /** What the standard health service at the other end says. */
  serving(): Promise<boolean>;
  /** Calls under way fail with CANCELLED: end them first. */
  close(): void;
}

type StubConstructor = (new (
  ...args: ConstructorParameters<typeof grpc.Client>
) => grpc.Client) & {
  readonly service: grpc.ServiceDefinition;
};

/**
 * UNAVAILABLE only, and every method of the mesh may be repeated: writes carry a key. Throttled, so
 * that retries cannot keep an outage alive (gRPC proposal A6).
 */
const serviceConfig = {
  methodConfig: [
    {
      name: [{}],
      retryPolicy: {
        maxAttempts: 3,
        initialBackoff: '0.050000000s',
        maxBackoff: '0.500000000s',
        backoffMultiplier: 3,
        retryableStatusCodes: ['UNAVAILABLE'],
      },
    },
  ],
  retryThrottling: { maxTokens: 10, tokenRatio: 0.1 },
};

/**
 * A channel that connects when it is first used and comes back soon after its server does: the
 * default waits up to two minutes between attempts.
 *
 * @param peer the name that error messages use; addresses are not for callers.
 */
export function connect<Definition>(
  Stub: StubConstructor,
  address: string,
  peer: string,
): Connection<Definition> {
  const stub = new Stub(address, grpc.credentials.createInsecure(), {
    'grpc.initial_reconnect_backoff_ms': 100,
    'grpc.max_reconnect_backoff_ms': 1000,
    'grpc.service_config': JSON.stringify(serviceConfig),
  });
  const methods: [string, grpc.MethodDefinition<unknown, unknown>][] = Object.entries(Stub.service);
  const unary = methods.filter(([, { requestStream, responseStream }]) => !requestStream && !responseStream);
  const client = Object.fromEntries(
    unary.map(([name, { originalName = name }]) => {
      const method = Reflect.get(stub, originalName) as UnaryStub;
      return [originalName, callUnary.bind(undefined, method.bind(stub), peer)];
    }),
  );
  return {
    client: client as Client<Definition>,
    serving: () => isServing(stub),
    close: () => stub.close(),
  };
}
