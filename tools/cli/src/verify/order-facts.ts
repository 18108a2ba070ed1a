import type { Reservation__Output } from '@mesh/protos/gen/mesh/inventory/v1/Reservation';
import type { Order__Output } from '@mesh/protos/gen/mesh/order/v1/Order';
import type { Acknowledged } from './ledger.ts';

/** What the two services and the clients say about one order; each part may be missing. */
export interface OrderFacts {
  readonly orderId: string;
  readonly order?: Order__Output | undefined;
  readonly reservation?: Reservation__Output | undefined;
  /** What clients were told about it, in the order in which they were told. */
  readonly acknowledged: readonly Acknowledged[];
}
