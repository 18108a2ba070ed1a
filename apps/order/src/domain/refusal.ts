/** Why an order was rejected for good. `sku` names the first product it is about. */
export type Rejection =
  | { readonly kind: 'OUT_OF_STOCK'; readonly sku: string }
  | { readonly kind: 'UNKNOWN_SKU'; readonly sku: string }
  /** The stock was held for too long without an end, and given back. */
  | { readonly kind: 'RESERVATION_EXPIRED' };

/** Why the order service says no: the whole list. */
export type Refusal =
  | (Rejection & { readonly orderId: string; readonly itemIndex: number })
  | { readonly kind: 'IDEMPOTENCY_KEY_REUSED' }
  | { readonly kind: 'ORDER_NOT_FOUND' }
  | { readonly kind: 'ORDER_NOT_CONFIRMED'; readonly status: string };

export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}
