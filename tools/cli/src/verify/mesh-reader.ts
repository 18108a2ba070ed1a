import type { Reservation__Output } from '@mesh/protos/gen/mesh/inventory/v1/Reservation';
import type { Stock__Output } from '@mesh/protos/gen/mesh/inventory/v1/Stock';
import type { Order__Output } from '@mesh/protos/gen/mesh/order/v1/Order';

/** The most ids that one call may ask for, and the size of a page. */
export const pageSize = 100;

/** What a verifier can see of the mesh. Every method throws a ReadError where a service does not answer. */
export interface MeshReader {
  /** All orders, page by page, newest first. */
  orders(): AsyncIterable<readonly Order__Output[]>;
  /** Undefined where there is none. */
  order(id: string): Promise<Order__Output | undefined>;
  /** All reservations, page by page, newest first. */
  reservations(): AsyncIterable<readonly Reservation__Output[]>;
  /** Those of at most 100 orders. */
  reservationsOf(orderIds: readonly string[]): Promise<readonly Reservation__Output[]>;
  /** All SKUs page by page; held and committed are of the same moment as total and available. */
  stock(): AsyncIterable<readonly Stock__Output[]>;
  stockOf(sku: string): Promise<Stock__Output | undefined>;
}

/** A service could not be read. The message is a whole sentence for the user. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
}
