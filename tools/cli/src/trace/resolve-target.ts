import { BackEndError } from '../http/back-end-error.ts';
import type { TraceConfig } from './config.ts';
import { readForeignTraceId } from './foreign-trace-id.ts';
import { findLastOrderTrace, findOrderTrace } from './order-lines.ts';
import { fetchLastOrderTrace, fetchOrderTrace } from './order-trace.ts';
import type { TraceTarget } from './trace-target.ts';

/** Which trace to show; the order only where one was asked for. */
export interface ResolvedTrace {
  readonly traceId: string;
  readonly orderId?: string;
  /** What else to say where the stores have nothing of it. */
  readonly doubt?: string;
}

type Resolution = ResolvedTrace | { readonly problem: string };

/**
 * Finds the trace that is asked for. An order's is asked of the gateway and, where that is down or does not know
 * it, looked up in the log lines; a UUID that is no order's may be a trace id. Answers a sentence where there is none,
 * or where nobody could be asked.
 */
export async function resolveTarget(config: TraceConfig, target: TraceTarget): Promise<Resolution> {
  switch (target.kind) {
    case 'trace':
      return target;
    case 'order':
      return resolveOrder(config, target.orderId);
    case 'last':
      return resolveLast(config);
  }
}

async function resolveOrder({ gateway, lines }: TraceConfig, orderId: string): Promise<Resolution> {
  const { found, failure } = await attempt(fetchOrderTrace(gateway, orderId));
  if (found) return found;
  const { found: byLines, failure: second } = await attempt(findOrderTrace(lines, orderId));
  if (byLines) return byLines;
  const reason = second ?? `Order ${orderId} is not in the log lines of the last 72 h.`;
  const problem = `${failure ?? `The gateway does not know order ${orderId}.`}\n${reason}`;
  const traceId = readForeignTraceId(orderId);
  return second === undefined && traceId !== undefined ? { traceId, doubt: problem } : { problem };
}

async function resolveLast({ gateway, lines }: TraceConfig): Promise<Resolution> {
  const { found, failure } = await attempt(fetchLastOrderTrace(gateway));
  if (found) return found;
  if (failure === undefined) return { problem: 'No order has been placed yet.' };
  const { found: byLines, failure: second } = await attempt(findLastOrderTrace(lines));
  return byLines ?? { problem: `${failure}\n${second ?? 'No log line of the last 72 h names an order.'}` };
}

async function attempt<Found>(search: Promise<Found>): Promise<{ found?: Found; failure?: string }> {
  try {
    return { found: await search };
  } catch (error) {
    if (error instanceof BackEndError) return { failure: error.message };
    throw error;
  }
}
