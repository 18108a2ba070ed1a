import { type ErrorDetails, RpcError, status } from '@mesh/rpc';
import { type Refusal, Refused } from '../domain/refusal.ts';

/** What each refusal is on the wire; its kind is the `reason` of the ErrorInfo. */
const codes: Record<Refusal['kind'], status> = {
  OUT_OF_STOCK: status.FAILED_PRECONDITION,
  UNKNOWN_SKU: status.INVALID_ARGUMENT,
  RESERVATION_EXPIRED: status.FAILED_PRECONDITION,
  IDEMPOTENCY_KEY_REUSED: status.INVALID_ARGUMENT,
  ORDER_NOT_FOUND: status.NOT_FOUND,
  ORDER_NOT_CONFIRMED: status.FAILED_PRECONDITION,
};

/** A refusal as an RpcError; any other error as it is. */
export function refusalToRpc(error: unknown): unknown {
  if (!(error instanceof Refused)) return error;
  const { refusal } = error;
  return new RpcError(codes[refusal.kind], sentence(refusal), {
    reason: refusal.kind,
    ...detailsOf(refusal),
  });
}

function sentence(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'OUT_OF_STOCK':
      return `there is not enough ${refusal.sku} in stock`;
    case 'UNKNOWN_SKU':
      return `${refusal.sku} is not a product`;
    case 'RESERVATION_EXPIRED':
      return 'the stock could not be held for long enough: order again with a new key';
    case 'IDEMPOTENCY_KEY_REUSED':
      return 'this idempotency key was used for an order with other items: use a new key';
    case 'ORDER_NOT_FOUND':
      return 'there is no such order';
    case 'ORDER_NOT_CONFIRMED':
      return `only a CONFIRMED order can be cancelled, this one is ${refusal.status}`;
  }
}

function detailsOf(refusal: Refusal): ErrorDetails {
  if (!('orderId' in refusal)) return {};
  const metadata = { orderId: refusal.orderId, ...('sku' in refusal && { sku: refusal.sku }) };
  if (refusal.kind !== 'UNKNOWN_SKU') return { metadata };
  const field = `items[${refusal.itemIndex}].sku`;
  return { metadata, violations: [{ field, description: `${refusal.sku} is not a product` }] };
}
