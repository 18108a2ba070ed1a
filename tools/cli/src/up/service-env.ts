import type { Env } from '../command.ts';
import { repositoryVersion } from '../host/repository-version.ts';
import { reachable } from '../reachable.ts';
import type { Backends } from './backends/backends.ts';
import type { UpConfig } from './config.ts';

/** What every service is told: the user's environment, and what of the mesh it does not set. */
export function serviceEnv(config: UpConfig, env: Env, backends: Pick<Backends, 'kind' | 'serviceEnv'>): Env {
  const at = (port: number) => reachable(config.HOST, port);
  const resource = `deployment.environment.name=${backends.kind},service.version=${repositoryVersion}`;
  // An empty variable counts as not set.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  return {
    ...backends.serviceEnv,
    ORDER_ADDRESS: at(config.ORDER_GRPC_PORT),
    INVENTORY_ADDRESS: at(config.INVENTORY_GRPC_PORT),
    OTEL_RESOURCE_ATTRIBUTES: resource,
    ...set,
  };
}
