import type { ReserveRequest__Output } from '@mesh/protos/gen/mesh/inventory/v1/ReserveRequest';
import type { RestockRequest__Output } from '@mesh/protos/gen/mesh/inventory/v1/RestockRequest';
import { isIdentifier, isUuid, type Page, readPage, requestChecks } from '@mesh/rpc';

const maxEntries = 100;
const maxQuantity = 10_000;
const maxRestock = 1_000_000;

export function checkOrderId(orderId: string): void {
  const checks = requestChecks();
  checks.uuid('orderId', orderId);
  checks.end();
}

export function checkReserve({ orderId, lines }: ReserveRequest__Output): void {
  const checks = requestChecks();
  checks.uuid('orderId', orderId);
  checks.count('lines', lines, 1, maxEntries);
  for (const [index, { sku, quantity }] of lines.entries()) {
    checks.identifier(`lines[${index}].sku`, sku);
    checks.range(`lines[${index}].quantity`, quantity, 1, maxQuantity);
  }
  checks.unique(
    lines.map(({ sku }) => sku),
    (index) => `lines[${index}].sku`,
  );
  checks.end();
}

export function checkRestock({ requestId, sku, quantity }: RestockRequest__Output): void {
  const checks = requestChecks();
  checks.key('requestId', requestId);
  checks.identifier('sku', sku);
  checks.range('quantity', quantity, 1, maxRestock);
  checks.end();
}

export function checkSkus(skus: readonly string[]): void {
  const checks = requestChecks();
  checks.count('skus', skus, 0, maxEntries);
  for (const [index, sku] of skus.entries()) checks.identifier(`skus[${index}]`, sku);
  checks.end();
}

interface PageRequest {
  readonly pageSize?: number;
  readonly pageToken: string;
}

export function checkStockPage(request: PageRequest & { readonly skus: readonly string[] }): Page {
  checkSkus(request.skus);
  const checks = requestChecks();
  const page = readPage(checks, request, isIdentifier);
  checks.end();
  return page;
}

export function checkReservationPage(request: PageRequest & { readonly orderIds: readonly string[] }): Page {
  const checks = requestChecks();
  const page = readPage(checks, request, isUuid);
  checks.count('orderIds', request.orderIds, 0, maxEntries);
  for (const [index, id] of request.orderIds.entries()) checks.uuid(`orderIds[${index}]`, id);
  checks.end();
  return page;
}
