import { address, databaseUrl, flag, host, port, positiveInteger, toggle } from '@mesh/config';
import { z } from 'zod';

export const configSchema = z.object({
  HOST: host,
  ORDER_GRPC_PORT: port(50051),
  INVENTORY_ADDRESS: address('127.0.0.1:50052'),
  DATABASE_URL: databaseUrl,
  /** More connections than a small Postgres has cores only wait there. */
  DATABASE_POOL_SIZE: positiveInteger(10),
  /** Server reflection shows the whole API to whoever asks. */
  REFLECTION: toggle('on'),
  /** Whether requests may ask for faults (docs/faults.md): for tests and lessons. */
  MESH_FAULTS: flag,
});
