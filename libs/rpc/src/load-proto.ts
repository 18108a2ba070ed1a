import * as grpc from '@grpc/grpc-js';
import { loadSync, type PackageDefinition } from '@grpc/proto-loader';
import { loaderOptions, protoRoot } from '@mesh/protos';

/** A loaded .proto file: `root` for the services in it, `definition` for server reflection. */
export interface Proto<Root> {
  readonly root: Root;
  readonly definition: PackageDefinition;
}

/** @param file relative to the proto root, e.g. `mesh/order/v1/order.proto`; `Root` is its generated `ProtoGrpcType`. */
export function loadProto<Root>(file: string): Proto<Root> {
  const definition = loadSync(file, { ...loaderOptions, includeDirs: [protoRoot] });
  return { definition, root: grpc.loadPackageDefinition(definition) as Root };
}
