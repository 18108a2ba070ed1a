import type { Configuration } from '../configuration.ts';
import { connect } from '../fixture/connect.ts';
import { GatewayService } from '../fixture/shop.ts';
import { type Child, startChild } from '../processes/child.ts';
import { profileFlags } from '../profile/profile-flags.ts';
import type { ServiceName } from '../service-name.ts';
import { createClient } from './create-client.ts';
import type { Mesh } from './mesh.ts';

export interface MeshOptions {
  /** Where OTLP is taken on loopback. */
  readonly sinkPort: number;
  /** A folder for the CPU profiles of the services; they are written when these end. */
  readonly profile?: string;
}

export interface FixtureMesh extends Mesh {
  readonly services: readonly Child[];
}

export async function startMesh(configuration: Configuration, options: MeshOptions): Promise<FixtureMesh> {
  const { name, logger, flags, env } = configuration;
  const start = (service: ServiceName, ...next: string[]) =>
    startChild(`fixture/${service}.ts`, {
      flags: [...flags, ...profileFlags(options.profile, name, service)],
      args: [logger, ...next],
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${options.sinkPort}/${name}`, ...env(service) },
    });
  await using started = new AsyncDisposableStack();
  const inventory = started.use(await start('inventory'));
  const order = started.use(await start('order', addressOf(inventory)));
  const gateway = started.use(await start('gateway', addressOf(order)));
  const connection = connect(GatewayService, addressOf(gateway));
  started.defer(() => connection.close());
  const services = [gateway, order, inventory];
  const parts = started.move();
  return {
    configuration,
    services,
    ...createClient(connection),
    lines: () => services.reduce((sum, { lines }) => sum + lines(), 0),
    cpuMillis: async () => (await Promise.all(services.map(cpuOf))).reduce((sum, cpu) => sum + cpu, 0),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

function addressOf({ port }: Child): string {
  return `127.0.0.1:${port}`;
}

async function cpuOf(child: Child): Promise<number> {
  const { user, system } = await child.ask<NodeJS.CpuUsage>('cpu');
  return (user + system) / 1000;
}
