import * as grpc from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { loaderOptions, protoRoot } from '@mesh/protos';

/** A loaded .proto file and the services in it. */
export interface Proto<Root> {
  readonly file: string;
  readonly root: Root;
}

/** @param file relative to the proto root, e.g. `mesh/order/v1/order.proto`; `Root` is its generated `ProtoGrpcType`. */
export function loadProto<Root>(file: string): Proto<Root> {
  const definition = loadSync(file, { ...loaderOptions, includeDirs: [protoRoot] });
  return { file, root: grpc.loadPackageDefinition(definition) as Root };
}
