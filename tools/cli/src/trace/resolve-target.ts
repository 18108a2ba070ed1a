import { BackEndError } from '../http/back-end-error.ts';
import type { TraceConfig } from './config.ts';
import { fetchLines } from './loki.ts';
import { fetchLastOrderTrace, fetchOrderTrace } from './order-trace.ts';
import type { TraceTarget } from './trace-target.ts';

/** How far back log lines are asked for an order: as long as the mesh's Loki keeps them. */
const lookBackMs = 72 * 3600 * 1000;
/** Some lines of an order stand outside of a trace (a sweeper's), so one is not enough. */
const limit = 100;

/** Which trace to show; the order only where one was asked for. */
export interface ResolvedTrace {
  readonly traceId: string;
  readonly orderId?: string;
}

type OrderTarget = Exclude<TraceTarget, { kind: 'trace' }>;

/**
 * Finds the trace that is asked for. An order's is asked of the gateway and, where that is down or does not know
 * it, looked up in the log lines. Answers a sentence where there is none.
 * @throws {BackEndError} where nobody could be asked
 */
export async function resolveTarget(
  config: TraceConfig,
  target: TraceTarget,
): Promise<ResolvedTrace | { problem: string }> {
  if (target.kind === 'trace') return target;
  let gatewayError: BackEndError | undefined;
  const known = await askGateway(config, target).catch((error: unknown) => {
    if (!(error instanceof BackEndError)) throw error;
    gatewayError = error;
    return undefined;
  });
  if (known) return known;
  const found = await askLogLines(config, target).catch((error: unknown) => {
    if (!(error instanceof BackEndError && gatewayError)) throw error;
    throw new BackEndError(`${gatewayError.message}\n${error.message}`);
  });
  return found ?? { problem: [gatewayError?.message, absence(target)].filter(Boolean).join('\n') };
}

function askGateway({ gateway }: TraceConfig, target: OrderTarget) {
  return target.kind === 'last' ? fetchLastOrderTrace(gateway) : fetchOrderTrace(gateway, target.orderId);
}

/** An order's first line is of the request that created it; the newest line of any order stands for the last one. */
async function askLogLines({ loki }: TraceConfig, target: OrderTarget): Promise<ResolvedTrace | undefined> {
  const toMs = Date.now();
  const range = { fromMs: toMs - lookBackMs, toMs, limit };
  const lines =
    target.kind === 'last'
      ? await fetchLines(loki, { ...range, filter: 'order_id!=""', direction: 'backward' })
      : await fetchLines(loki, { ...range, filter: `order_id="${target.orderId}"`, direction: 'forward' });
  const inTrace = lines.filter((line) => line.traceId);
  const line = target.kind === 'last' ? inTrace.at(-1) : inTrace[0];
  const orderId = target.kind === 'last' ? line?.fields['order_id'] : target.orderId;
  return line?.traceId ? { traceId: line.traceId, ...(orderId && { orderId }) } : undefined;
}

function absence(target: OrderTarget): string {
  if (target.kind === 'last')
    return 'No order has been placed yet: neither the gateway nor the log lines know one.';
  return `Order ${target.orderId} is not known: neither the gateway nor the log lines of the last 72 h have it.`;
}
