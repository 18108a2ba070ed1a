import { address, host, port } from '@mesh/config';
import { z } from 'zod';
import type { Env } from '../command.ts';
import { reachable } from '../reachable.ts';
import { readEnv } from '../read-env.ts';

/** Where the two services of `mesh verify` are, as gRPC targets. */
export interface VerifyConfig {
  readonly orderAddress: string;
  readonly inventoryAddress: string;
}

const ports = z.object({ HOST: host, ORDER_GRPC_PORT: port(50_051), INVENTORY_GRPC_PORT: port(50_052) });

/** Reads the addresses out of the environment: the mesh of this machine unless an address is set. */
export function readVerifyConfig(env: Env): VerifyConfig | { problem: string } {
  const local = readEnv(ports, env);
  if ('problem' in local) return local;
  const schema = z.object({
    ORDER_ADDRESS: address(reachable(local.HOST, local.ORDER_GRPC_PORT)),
    INVENTORY_ADDRESS: address(reachable(local.HOST, local.INVENTORY_GRPC_PORT)),
  });
  const values = readEnv(schema, env);
  if ('problem' in values) return values;
  return { orderAddress: values.ORDER_ADDRESS, inventoryAddress: values.INVENTORY_ADDRESS };
}
