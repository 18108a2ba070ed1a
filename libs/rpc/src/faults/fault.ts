import type { status } from '@grpc/grpc-js';

/** One thing that goes wrong on purpose at one method of one service, for one request. */
export interface Fault {
  /** `inventory`, or the full name `mesh.inventory.v1.InventoryService`. */
  readonly service: string;
  readonly method: string;
  /** How likely it is for a request, 0 to 1; drawn once, where the request enters. */
  readonly share: number;
  readonly deed: Deed;
}

/** What goes wrong. */
export type Deed =
  /** Milliseconds before the handler begins. */
  | { readonly kind: 'delay'; readonly value: number }
  /** The status that is answered, and the handler does not run. */
  | { readonly kind: 'error'; readonly value: keyof typeof status }
  /** The handler runs to its end, and its answer goes nowhere. */
  | { readonly kind: 'lost' };
