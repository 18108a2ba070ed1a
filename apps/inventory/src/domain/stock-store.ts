import type { Line, MadeBy, Reservation } from './reservation.ts';
import type { Scope } from './scope.ts';
import type { AuditedStock, Stock } from './stock.ts';

/** Rows in key order: at most `limit`, those behind `after`, only those in `only` unless it is empty. */
export interface Selection {
  readonly limit: number;
  readonly after: string | undefined;
  readonly only: readonly string[];
}

export interface ReserveOrder {
  readonly orderId: string;
  readonly lines: readonly Line[];
  /** How long the stock is held without a Commit. */
  readonly holdMs: number;
  readonly madeBy: MadeBy;
}

export interface ExpiredReservation {
  readonly orderId: string;
  /** The call that made it. */
  readonly madeBy: MadeBy;
}

/** The one place where stock changes. Each method is atomic and durable when it answers. */
export interface StockStore {
  listStock(selection: Selection, scope: Scope): Promise<Stock[]>;
  auditStock(selection: Selection, scope: Scope): Promise<AuditedStock[]>;
  /** Newest first. */
  listReservations(selection: Selection, scope: Scope): Promise<Reservation[]>;
  /** Holds all lines or records the refusal; where the order is known already, changes nothing. */
  reserve(order: ReserveOrder, scope: Scope): Promise<Reservation>;
  /** HELD → COMMITTED. Undefined where the order is not known. */
  commit(orderId: string, scope: Scope): Promise<Reservation | undefined>;
  /** HELD or COMMITTED → RELEASED, the stock given back; a tombstone where the order is not known. */
  release(orderId: string, scope: Scope): Promise<Reservation>;
  /** HELD past its time, oldest first. */
  listExpired(limit: number, scope: Scope): Promise<ExpiredReservation[]>;
  /** HELD past its time → RELEASED, the stock given back; false where it was anything else, which stays as it is. */
  releaseExpired(orderId: string, scope: Scope): Promise<boolean>;
  /** Raises total and available once a request id; undefined where that id stands for something else. */
  restock(requestId: string, line: Line, scope: Scope): Promise<Stock | undefined>;
}
