// Original file: mesh/inventory/v1/inventory.proto

export const StockView = {
  /**
   * Same as BASIC.
   */
  STOCK_VIEW_UNSPECIFIED: 'STOCK_VIEW_UNSPECIFIED',
  /**
   * held and committed are left at 0.
   */
  STOCK_VIEW_BASIC: 'STOCK_VIEW_BASIC',
  /**
   * held and committed are summed from the reservations in the same snapshot as total and available.
   */
  STOCK_VIEW_AUDIT: 'STOCK_VIEW_AUDIT',
} as const;

export type StockView =
  /**
   * Same as BASIC.
   */
  | 'STOCK_VIEW_UNSPECIFIED'
  | 0
  /**
   * held and committed are left at 0.
   */
  | 'STOCK_VIEW_BASIC'
  | 1
  /**
   * held and committed are summed from the reservations in the same snapshot as total and available.
   */
  | 'STOCK_VIEW_AUDIT'
  | 2

export type StockView__Output = typeof StockView[keyof typeof StockView]
