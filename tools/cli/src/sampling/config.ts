import { host, port } from '@mesh/config';
import { z } from 'zod';
import type { Env } from '../command.ts';
import { reachable } from '../reachable.ts';
import { readEnv } from '../read-env.ts';

/** A service that samples. */
export interface Place {
  readonly name: string;
  /** Of its gRPC port. */
  readonly address: string;
  /** What sets that port. */
  readonly variable: string;
}

export interface SamplingConfig {
  readonly places: readonly Place[];
  /** What the environment names. */
  readonly file: string | undefined;
}

const schema = z.object({
  HOST: host,
  GATEWAY_GRPC_PORT: port(50_050),
  ORDER_GRPC_PORT: port(50_051),
  INVENTORY_GRPC_PORT: port(50_052),
  MESH_SAMPLING_FILE: z.string().optional(),
});

/** Reads the addresses out of the environment: the services of the mesh on this machine. */
export function readSamplingConfig(env: Env): SamplingConfig | { problem: string } {
  const values = readEnv(schema, env);
  if ('problem' in values) return values;
  const at = (name: string, variable: `${'GATEWAY' | 'ORDER' | 'INVENTORY'}_GRPC_PORT`) => ({
    name,
    variable,
    address: reachable(values.HOST, values[variable]),
  });
  return {
    places: [
      at('gateway', 'GATEWAY_GRPC_PORT'),
      at('order', 'ORDER_GRPC_PORT'),
      at('inventory', 'INVENTORY_GRPC_PORT'),
    ],
    file: values.MESH_SAMPLING_FILE,
  };
}
