import type { Line, Reservation } from './reservation.ts';
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
  /** Releases what is HELD past its time. */
  releaseExpired(scope: Scope): Promise<void>;
  /** Raises total and available once a request id; undefined where that id stands for something else. */
  restock(requestId: string, line: Line, scope: Scope): Promise<Stock | undefined>;
}
