// Original file: mesh/gateway/v1/gateway.proto


export interface ListProductsRequest {
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

export interface ListProductsRequest__Output {
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
