import type { Reservation as WireReservation } from '@mesh/protos/gen/mesh/inventory/v1/Reservation';
import type { Stock as WireStock } from '@mesh/protos/gen/mesh/inventory/v1/Stock';
import { timestamp } from '@mesh/rpc';
import type { Reservation } from '../domain/reservation.ts';
import type { AuditedStock, Stock } from '../domain/stock.ts';

export function stockToWire(stock: Stock | AuditedStock): WireStock {
  return { ...stock };
}

export function reservationToWire(reservation: Reservation): WireReservation {
  const { orderId, status, lines, currency, createTime, expireTime } = reservation;
  return {
    orderId,
    status: `RESERVATION_STATUS_${status}`,
    lines: [...lines],
    currency,
    createTime: timestamp(createTime),
    expireTime: timestamp(expireTime),
  };
}
