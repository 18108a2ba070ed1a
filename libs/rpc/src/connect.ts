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
 * Calls go to all addresses of the name in turn. UNAVAILABLE only is tried again, and every method of
 * the mesh may be repeated: writes carry a key. Throttled, so that retries cannot keep an outage alive
 * (gRPC proposal A6).
 */
const serviceConfig = {
  loadBalancingConfig: [{ round_robin: {} }],
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
 * The name is looked up again when a connection ends, which `serve` sees to. Not more often than every
 * 2 s, as an address that does not answer asks for it all the time; the default of 30 s would leave a
 * new replica idle for that long.
 *
 * @param address `host:port`, or any name that gRPC takes (`dns:///order:50051`, `ipv4:a:1,b:2`)
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
    'grpc.dns_min_time_between_resolutions_ms': 2000,
    // No TXT lookup with each: the configuration is below.
    'grpc.service_config_disable_resolution': 1,
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
