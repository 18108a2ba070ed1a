import { acknowledgedAnswers } from './acknowledged-answers.ts';
import { type Finding, findingsOf } from './finding.ts';
import type { Ledger } from './ledger.ts';
import { lookAtOrder } from './look-at-order.ts';
import type { MeshReader } from './mesh-reader.ts';
import { acknowledgedOnce } from './rules/acknowledged-once.ts';
import { scanOrders } from './scan-orders.ts';
import { scanReservations } from './scan-reservations.ts';
import { scanStock } from './scan-stock.ts';
import { settle } from './suspect.ts';

/** How much was looked at, and what stayed broken. */
export interface Report {
  readonly checked: {
    readonly orders: number;
    readonly reservations: number;
    readonly skus: number;
    /** Orders that a client was told about. */
    readonly acknowledged: number;
  };
  readonly violations: readonly Finding[];
}

export interface VerifyOptions {
  /** Empty where there is none. */
  readonly ledger: Ledger;
  /** How long a suspect may take to become consistent. */
  readonly settleMs: number;
  /** Told how many suspects are looked at again, before that takes its time. */
  readonly onSuspects: (count: number) => void;
}

/**
 * Checks every rule against the mesh, which may be under load. Orders are read before reservations and stock,
 * because a reservation is always ahead of its order.
 */
export async function verify(
  mesh: MeshReader,
  { ledger, settleMs, onSuspects }: VerifyOptions,
): Promise<Report> {
  const orders = await scanOrders(mesh, ledger);
  const reservations = await scanReservations(mesh, ledger, orders.ids);
  const stock = await scanStock(mesh, orders.confirmed);
  const missing = [...ledger.keys()].filter((id) => !orders.ids.has(id));
  const suspects = [
    ...orders.suspects,
    ...reservations.suspects,
    ...stock.suspects,
    ...missing.map((id) => ({ lookAgain: () => lookAtOrder(mesh, ledger, id) })),
  ];
  if (suspects.length > 0) onSuspects(suspects.length);
  const broken = await settle(suspects, settleMs);
  return {
    checked: {
      orders: orders.ids.size,
      reservations: reservations.count,
      skus: stock.count,
      acknowledged: ledger.size,
    },
    violations: [...unique(broken), ...checkAnswers(ledger)],
  };
}

/** The same order may be suspected for more than one reason. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

function checkAnswers(ledger: Ledger): readonly Finding[] {
  return acknowledgedAnswers(ledger).flatMap((answer) => {
    const customer = answer.customerId === undefined ? '' : ` of customer ${answer.customerId}`;
    return findingsOf([acknowledgedOnce], `key ${answer.key}${customer}`, answer);
  });
}
