import type { CreateOrderRequest__Output } from '@mesh/protos/gen/mesh/order/v1/CreateOrderRequest';
import type { ListOrdersRequest__Output } from '@mesh/protos/gen/mesh/order/v1/ListOrdersRequest';
import { isUuid, type Page, readPage, requestChecks } from '@mesh/rpc';

const maxItems = 100;
const maxQuantity = 10_000;

export function checkCreate({ idempotencyKey, customerId, items }: CreateOrderRequest__Output): void {
  const checks = requestChecks();
  checks.key('idempotencyKey', idempotencyKey);
  checks.identifier('customerId', customerId);
  checks.count('items', items, 1, maxItems);
  for (const [index, { sku, quantity }] of items.entries()) {
    checks.identifier(`items[${index}].sku`, sku);
    checks.range(`items[${index}].quantity`, quantity, 1, maxQuantity);
  }
  checks.unique(
    items.map(({ sku }) => sku),
    (index) => `items[${index}].sku`,
  );
  checks.end();
}

export function checkId(id: string): void {
  const checks = requestChecks();
  checks.uuid('id', id);
  checks.end();
}

export function checkPage(request: ListOrdersRequest__Output): Page {
  const checks = requestChecks();
  const page = readPage(checks, request, isUuid);
  checks.end();
  return page;
}
