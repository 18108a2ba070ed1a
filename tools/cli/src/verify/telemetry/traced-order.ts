/** An order as far as its telemetry is concerned. */
export interface TracedOrder {
  readonly orderId: string;
  /** Without the prefix of the proto enum. */
  readonly status: string;
  /** Of the request that created it: 32 hex digits; empty where the order service made no trace. */
  readonly traceId: string;
  /** Epoch milliseconds. */
  readonly createdMs: number;
}
