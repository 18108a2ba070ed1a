import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { AdminServiceClient as _mesh_admin_v1_AdminServiceClient, AdminServiceDefinition as _mesh_admin_v1_AdminServiceDefinition } from './mesh/admin/v1/AdminService.ts';
import type { GetSamplingRequest as _mesh_admin_v1_GetSamplingRequest, GetSamplingRequest__Output as _mesh_admin_v1_GetSamplingRequest__Output } from './mesh/admin/v1/GetSamplingRequest.ts';
import type { GetSamplingResponse as _mesh_admin_v1_GetSamplingResponse, GetSamplingResponse__Output as _mesh_admin_v1_GetSamplingResponse__Output } from './mesh/admin/v1/GetSamplingResponse.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  mesh: {
    admin: {
      v1: {
        /**
         * What a process tells those who operate it. Each service has it on its own port. Only callers on its
         * own machine are answered: all others get PERMISSION_DENIED, and so does what a proxy passes on.
         */
        AdminService: SubtypeConstructor<typeof grpc.Client, _mesh_admin_v1_AdminServiceClient> & { service: _mesh_admin_v1_AdminServiceDefinition }
        GetSamplingRequest: MessageTypeDefinition<_mesh_admin_v1_GetSamplingRequest, _mesh_admin_v1_GetSamplingRequest__Output>
        GetSamplingResponse: MessageTypeDefinition<_mesh_admin_v1_GetSamplingResponse, _mesh_admin_v1_GetSamplingResponse__Output>
      }
    }
  }
}

