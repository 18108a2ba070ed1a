// Original file: mesh/admin/v1/admin.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { GetSamplingRequest as _mesh_admin_v1_GetSamplingRequest, GetSamplingRequest__Output as _mesh_admin_v1_GetSamplingRequest__Output } from '../../../mesh/admin/v1/GetSamplingRequest.ts';
import type { GetSamplingResponse as _mesh_admin_v1_GetSamplingResponse, GetSamplingResponse__Output as _mesh_admin_v1_GetSamplingResponse__Output } from '../../../mesh/admin/v1/GetSamplingResponse.ts';

/**
 * What a process tells those who operate it. Each service has it on its own port. Only callers on its
 * own machine are answered: all others get PERMISSION_DENIED, and so does what a proxy passes on.
 */
export interface AdminServiceClient extends grpc.Client {
  /**
   * Which sampling policy is in effect. FAILED_PRECONDITION: nothing samples in this process.
   */
  GetSampling(argument: _mesh_admin_v1_GetSamplingRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_admin_v1_GetSamplingResponse__Output>): grpc.ClientUnaryCall;
  GetSampling(argument: _mesh_admin_v1_GetSamplingRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_admin_v1_GetSamplingResponse__Output>): grpc.ClientUnaryCall;
  GetSampling(argument: _mesh_admin_v1_GetSamplingRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_admin_v1_GetSamplingResponse__Output>): grpc.ClientUnaryCall;
  GetSampling(argument: _mesh_admin_v1_GetSamplingRequest, callback: grpc.requestCallback<_mesh_admin_v1_GetSamplingResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Which sampling policy is in effect. FAILED_PRECONDITION: nothing samples in this process.
   */
  getSampling(argument: _mesh_admin_v1_GetSamplingRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_admin_v1_GetSamplingResponse__Output>): grpc.ClientUnaryCall;
  getSampling(argument: _mesh_admin_v1_GetSamplingRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_mesh_admin_v1_GetSamplingResponse__Output>): grpc.ClientUnaryCall;
  getSampling(argument: _mesh_admin_v1_GetSamplingRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_mesh_admin_v1_GetSamplingResponse__Output>): grpc.ClientUnaryCall;
  getSampling(argument: _mesh_admin_v1_GetSamplingRequest, callback: grpc.requestCallback<_mesh_admin_v1_GetSamplingResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * What a process tells those who operate it. Each service has it on its own port. Only callers on its
 * own machine are answered: all others get PERMISSION_DENIED, and so does what a proxy passes on.
 */
export interface AdminServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Which sampling policy is in effect. FAILED_PRECONDITION: nothing samples in this process.
   */
  GetSampling: grpc.handleUnaryCall<_mesh_admin_v1_GetSamplingRequest__Output, _mesh_admin_v1_GetSamplingResponse>;
  
}

export interface AdminServiceDefinition extends grpc.ServiceDefinition {
  GetSampling: MethodDefinition<_mesh_admin_v1_GetSamplingRequest, _mesh_admin_v1_GetSamplingResponse, _mesh_admin_v1_GetSamplingRequest__Output, _mesh_admin_v1_GetSamplingResponse__Output>
}
