import { databaseUrl, flag, host, port, positiveInteger, toggle } from '@mesh/config';
import { z } from 'zod';

export const configSchema = z.object({
  HOST: host,
  INVENTORY_GRPC_PORT: port(50052),
  DATABASE_URL: databaseUrl,
  /** More connections than a small Postgres has cores only wait there. */
  DATABASE_POOL_SIZE: positiveInteger(10),
  /** The same seed gives the same products, stock and prices. Only read while there are no products. */
  SEED: positiveInteger(1),
  /** How long stock is held for an order that does not come back; far longer than any order takes. */
  RESERVATION_HOLD_MS: positiveInteger(60_000),
  /** Server reflection shows the whole API to whoever asks. */
  REFLECTION: toggle('on'),
  /** Whether requests may ask for faults (docs/faults.md): for tests and lessons. */
  MESH_FAULTS: flag,
});
