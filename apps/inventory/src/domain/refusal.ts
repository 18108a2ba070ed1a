/** Why the inventory says no: the whole list. `sku` names the first product it is about. */
export type Refusal =
  | { readonly kind: 'OUT_OF_STOCK'; readonly sku: string }
  | { readonly kind: 'UNKNOWN_SKU'; readonly sku: string }
  | { readonly kind: 'RESERVATION_NOT_FOUND' }
  | { readonly kind: 'RESERVATION_RELEASED' }
  | { readonly kind: 'RESERVATION_MISMATCH' }
  | { readonly kind: 'RESTOCK_MISMATCH' }
  | { readonly kind: 'STOCK_LIMIT'; readonly sku: string };

export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}
