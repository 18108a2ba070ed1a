import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { placeOrder } from '../../../testing/place-order.ts';
import { runMesh } from '../../../testing/run-program.ts';
import { until } from '../../../testing/until.ts';
import type { ComposeProject } from './open-compose.ts';

/** Places an order and answers the id of the trace that the order keeps. */
export async function order(
  { gatewayUrl }: ComposeProject,
  key: string = randomUUID(),
  expected = 201,
): Promise<string> {
  const items = [{ sku: 'SKU-0001', quantity: 2 }];
  const { status, body } = await placeOrder(gatewayUrl, { key, items });
  assert.equal(status, expected);
  return String(body['traceId']);
}

const whole = /gateway → order → inventory · 11 spans · 5 log lines/;

/**
 * Waits until `mesh trace` shows the whole of an order.
 *
 * @param stores other stores than Jaeger and Loki, as `mesh trace` is told of them
 */
export async function isFollowed(
  { variables }: ComposeProject,
  traceId: string,
  stores: Readonly<Record<string, string>> = {},
): Promise<void> {
  let last = '';
  const look = async () => {
    const { stdout, stderr } = await runMesh(['trace', traceId], { ...variables, ...stores });
    last = stdout + stderr;
    return whole.test(last);
  };
  await until(`the whole of ${traceId}`, look, 30_000).catch(() => assert.fail(last));
}
