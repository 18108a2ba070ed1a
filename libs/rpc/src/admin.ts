import { type handleUnaryCall, type Server, type ServerUnaryCall, status } from '@grpc/grpc-js';
import type { ProtoGrpcType } from '@mesh/protos/gen/admin';
import type { GetSamplingRequest } from '@mesh/protos/gen/mesh/admin/v1/GetSamplingRequest';
import type { GetSamplingResponse } from '@mesh/protos/gen/mesh/admin/v1/GetSamplingResponse';
import { isHere } from './is-here.ts';
import { loadProto } from './load-proto.ts';
import { RpcError } from './rpc-error.ts';
import { serverAnswer } from './server-answer.ts';
import { toRpcError } from './to-rpc-error.ts';

/** What a service tells those who operate it. */
export interface Admin {
  /** Answers what JSON can hold; undefined where nothing samples. */
  readonly sampling: () => object | undefined;
}

/** What proxies say of themselves. */
const passedOn = /^(forwarded|via|x-forwarded-|x-real-ip|x-envoy-)/;

/** Serves `mesh.admin.v1.AdminService` to callers of this machine only. Its calls write no lines, as they make no spans. */
export function addAdmin(server: Server, { sampling }: Admin): void {
  const { service } = loadProto<ProtoGrpcType>('mesh/admin/v1/admin.proto').root.mesh.admin.v1.AdminService;
  const getSampling: handleUnaryCall<GetSamplingRequest, GetSamplingResponse> = (call, callback) => {
    try {
      refuseOthers(call);
      callback(null, { reportJson: textOf(sampling()) });
    } catch (error) {
      callback(serverAnswer(toRpcError(error)));
    }
  };
  server.addService(service, { GetSampling: getSampling });
}

/**
 * A proxy on the same machine makes every caller one of this machine. Most keep the name that was called, which is none
 * of loopback then, or say that they are there; one that does neither must not be told to pass this service on.
 */
function refuseOthers(call: ServerUnaryCall<unknown, unknown>): void {
  const isProxied = Object.keys(call.metadata.getMap()).some((name) => passedOn.test(name));
  if (isHere(call.getPeer()) && isHere(call.getHost()) && !isProxied) return;
  throw new RpcError(status.PERMISSION_DENIED, 'only callers on the same machine, by a loopback address');
}

function textOf(report: object | undefined): string {
  if (report === undefined)
    throw new RpcError(status.FAILED_PRECONDITION, 'nothing samples in this process: tracing is off');
  return JSON.stringify(report);
}
