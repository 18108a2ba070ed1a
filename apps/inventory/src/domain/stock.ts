/** One product and how much there is of it: total = available + held + committed. */
export interface Stock {
  readonly sku: string;
  readonly name: string;
  /** In the currency's minor unit. */
  readonly priceMinor: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly total: number;
  readonly available: number;
}

/** A stock with what its reservations add up to, all seen in one snapshot. */
export interface AuditedStock extends Stock {
  readonly held: number;
  readonly committed: number;
}
