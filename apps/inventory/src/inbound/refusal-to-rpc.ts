import { RpcError, status } from '@mesh/rpc';
import { type Refusal, Refused } from '../domain/refusal.ts';

type Answer = readonly [code: status, message: (sku: string) => string];

/** What each refusal is on the wire; its kind is the `reason` of the ErrorInfo. */
const answers: Record<Refusal['kind'], Answer> = {
  OUT_OF_STOCK: [status.FAILED_PRECONDITION, (sku) => `there is not enough ${sku} in stock`],
  UNKNOWN_SKU: [status.INVALID_ARGUMENT, (sku) => `${sku} is not a product`],
  RESERVATION_NOT_FOUND: [
    status.NOT_FOUND,
    () => 'there is no reservation for this order: call Reserve first',
  ],
  RESERVATION_RELEASED: [status.FAILED_PRECONDITION, () => 'the reservation was released'],
  RESERVATION_MISMATCH: [status.ALREADY_EXISTS, () => 'this order has a reservation with other lines'],
  RESTOCK_MISMATCH: [status.ALREADY_EXISTS, () => 'this request id was used for another restock'],
  STOCK_LIMIT: [status.OUT_OF_RANGE, (sku) => `more ${sku} than can be counted: restock less`],
};

/** A refusal as an RpcError; any other error as it is. */
export function refusalToRpc(error: unknown): unknown {
  if (!(error instanceof Refused)) return error;
  const { refusal } = error;
  const [code, message] = answers[refusal.kind];
  const sku = 'sku' in refusal ? refusal.sku : '';
  return new RpcError(code, message(sku), { reason: refusal.kind, ...(sku !== '' && { metadata: { sku } }) });
}
