import { join } from 'node:path';
import { connect } from '../fixture/connect.ts';
import { InventoryService } from '../fixture/shop.ts';
import { startProgram } from '../processes/child.ts';
import { anonymousMegabytes } from './anonymous-megabytes.ts';
import type { Variant } from './variant.ts';

export interface Start {
  /** From the start of the process to its answer to the first call. */
  readonly millis: number;
  /** User and system time up to then. */
  readonly cpuMillis: number;
  /** Anonymous memory then, and after the load. */
  readonly megabytes: number;
  readonly loadedMegabytes: number;
}

/** Enough for the memory to be that of a service that works, few enough for a round each. */
const LOAD_CALLS = 2000;
const CONCURRENCY = 16;

/** @param env the service's whole environment */
export async function measureStart(
  folder: string,
  { logger, flags }: Variant,
  env: Readonly<Record<string, string>>,
): Promise<Start> {
  const started = performance.now();
  const options = { flags, args: [logger], env };
  await using service = await startProgram(join(folder, 'fixture/inventory.js'), options);
  const inventory = connect(InventoryService, `127.0.0.1:${service.port}`);
  const reserve = (number: number) => inventory.call('Reserve', { orderId: `o-${number % 100}`, items: [] });
  try {
    await reserve(0);
    const millis = performance.now() - started;
    const { user, system } = await service.ask<NodeJS.CpuUsage>('cpu');
    const megabytes = anonymousMegabytes(service.pid);
    let left = LOAD_CALLS;
    const caller = async () => {
      while (left > 0) await reserve(left--);
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, caller));
    const loadedMegabytes = anonymousMegabytes(service.pid);
    return { millis, cpuMillis: (user + system) / 1000, megabytes, loadedMegabytes };
  } finally {
    inventory.close();
  }
}
