// Original file: mesh/gateway/v1/gateway.proto


export interface CancelOrderRequest {
  'id'?: (string);
}

export interface CancelOrderRequest__Output {
  'id': (string);
}
