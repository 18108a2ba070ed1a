// Original file: mesh/order/v1/order.proto


export interface ListOrdersRequest {
  /**
   * 1 to 100; 100 when absent.
   */
  'pageSize'?: (number);
  /**
   * next_page_token of the page before; empty for the first page.
   */
  'pageToken'?: (string);
  '_pageSize'?: "pageSize";
}

export interface ListOrdersRequest__Output {
  /**
   * 1 to 100; 100 when absent.
   */
  'pageSize'?: (number);
  /**
   * next_page_token of the page before; empty for the first page.
   */
  'pageToken': (string);
  '_pageSize'?: "pageSize";
}
