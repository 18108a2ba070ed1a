import * as grpc from '@grpc/grpc-js';

/** A service of all four kinds whose messages are JSON. What is not JSON cannot be read, and a bigint not be written. */
export const shop = {
  Unary: method('Unary', false, false),
  Collect: method('Collect', true, false),
  List: method('List', false, true),
  Chat: method('Chat', true, true),
} satisfies grpc.ServiceDefinition;

export type Kind = keyof typeof shop;

export const KINDS = Object.keys(shop) as Kind[];

function method(name: string, requestStream: boolean, responseStream: boolean) {
  const serialize = (value: object) => Buffer.from(JSON.stringify(value));
  const deserialize = (bytes: Buffer) => JSON.parse(bytes.toString()) as object;
  return {
    path: `/shop.v1.Shop/${name}`,
    requestStream,
    responseStream,
    requestSerialize: serialize,
    requestDeserialize: deserialize,
    responseSerialize: serialize,
    responseDeserialize: deserialize,
  };
}

export const ShopClient = grpc.makeGenericClientConstructor(shop, 'Shop');
