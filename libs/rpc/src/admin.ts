import { type handleUnaryCall, type Metadata, type Server, status } from '@grpc/grpc-js';
import type { ProtoGrpcType } from '@mesh/protos/gen/admin';
import type { GetSamplingRequest } from '@mesh/protos/gen/mesh/admin/v1/GetSamplingRequest';
import type { GetSamplingResponse } from '@mesh/protos/gen/mesh/admin/v1/GetSamplingResponse';
import { isFromHere } from './is-from-here.ts';
import { loadProto } from './load-proto.ts';
import { RpcError } from './rpc-error.ts';
import { serverAnswer } from './server-answer.ts';
import { toRpcError } from './to-rpc-error.ts';

/** What a service tells those who operate it. */
export interface Admin {
  /** Answers what JSON can hold; undefined where nothing samples. */
  readonly sampling: () => object | undefined;
}

/** A proxy on the same machine makes every caller one of this machine; these say that there is one. */
const passedOn = ['forwarded', 'x-forwarded-for'];

/** Serves `mesh.admin.v1.AdminService` to callers of this machine only. Its calls write no lines, as they make no spans. */
export function addAdmin(server: Server, { sampling }: Admin): void {
  const { service } = loadProto<ProtoGrpcType>('mesh/admin/v1/admin.proto').root.mesh.admin.v1.AdminService;
  const getSampling: handleUnaryCall<GetSamplingRequest, GetSamplingResponse> = (call, callback) => {
    try {
      refuseOthers(call.getPeer(), call.metadata);
      callback(null, { reportJson: textOf(sampling()) });
    } catch (error) {
      callback(serverAnswer(toRpcError(error)));
    }
  };
  server.addService(service, { GetSampling: getSampling });
}

function refuseOthers(peer: string, metadata: Metadata): void {
  if (isFromHere(peer) && passedOn.every((name) => metadata.get(name).length === 0)) return;
  throw new RpcError(status.PERMISSION_DENIED, 'only callers on the same machine, by a loopback address');
}

function textOf(report: object | undefined): string {
  if (report === undefined)
    throw new RpcError(status.FAILED_PRECONDITION, 'nothing samples in this process: tracing is off');
  return JSON.stringify(report);
}
