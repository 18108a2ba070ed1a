import type { MadeBy } from './reservation.ts';
import type { Scope } from './scope.ts';
import type { StockStore } from './stock-store.ts';

/**
 * Runs `release`, which is the work for these reservations, and ends and fails as that does. It resolves to how many
 * it released: another process may have released or committed some before.
 */
export type Frame = (madeBy: readonly MadeBy[], release: () => Promise<number>) => Promise<unknown>;

const bare: Frame = (_, release) => release();

/** The next run takes what is left. */
const batch = 100;

/**
 * Gives back what was held for too long.
 *
 * @param frame what is to be around the work of a run that finds something; default nothing.
 */
export async function releaseExpired(store: StockStore, scope: Scope, frame: Frame = bare): Promise<void> {
  const expired = await store.listExpired(batch, scope);
  if (expired.length === 0) return;
  await frame(
    expired.map(({ madeBy }) => madeBy),
    async () => {
      let released = 0;
      for (const { orderId } of expired) released += Number(await store.releaseExpired(orderId, scope));
      return released;
    },
  );
}
