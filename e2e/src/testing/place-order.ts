export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

export interface OrderRequest {
  readonly key: string;
  readonly customerId?: string;
  readonly items: readonly { readonly sku: string; readonly quantity: number }[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** POST /v1/orders. */
export async function placeOrder(gatewayUrl: string, request: OrderRequest): Promise<HttpAnswer> {
  const { key, customerId = 'c-1', items, headers = {} } = request;
  const response = await fetch(`${gatewayUrl}/v1/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
    body: JSON.stringify({ customerId, items }),
    signal: AbortSignal.timeout(30_000),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as never };
}
