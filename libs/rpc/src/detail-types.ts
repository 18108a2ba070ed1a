import { loadSync, type MessageTypeDefinition } from '@grpc/proto-loader';
import { loaderOptions, protoRoot } from '@mesh/protos';
import type { BadRequest, BadRequest__Output } from '@mesh/protos/gen/google/rpc/BadRequest';
import type { ErrorInfo, ErrorInfo__Output } from '@mesh/protos/gen/google/rpc/ErrorInfo';
import type { RetryInfo, RetryInfo__Output } from '@mesh/protos/gen/google/rpc/RetryInfo';
import type { Status, Status__Output } from '@mesh/protos/gen/google/rpc/Status';

const types = loadSync(['google/rpc/status.proto', 'google/rpc/error_details.proto'], {
  ...loaderOptions,
  includeDirs: [protoRoot],
});

export const statusType = types['google.rpc.Status'] as MessageTypeDefinition<Status, Status__Output>;
export const badRequestType = types['google.rpc.BadRequest'] as MessageTypeDefinition<
  BadRequest,
  BadRequest__Output
>;
export const errorInfoType = types['google.rpc.ErrorInfo'] as MessageTypeDefinition<
  ErrorInfo,
  ErrorInfo__Output
>;
export const retryInfoType = types['google.rpc.RetryInfo'] as MessageTypeDefinition<
  RetryInfo,
  RetryInfo__Output
>;
