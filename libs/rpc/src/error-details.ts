import { Metadata } from '@grpc/grpc-js';
import type { Any__Output } from '@mesh/protos/gen/google/protobuf/Any';
import { badRequestType, errorInfoType, retryInfoType, statusType } from './detail-types.ts';
import { fitForHeader } from './fit-for-header.ts';
import type { ErrorDetails, RpcError } from './rpc-error.ts';

/** Where gRPC carries a serialized `google.rpc.Status` (the richer error model). */
const key = 'grpc-status-details-bin';

const typePrefix = 'type.googleapis.com/google.rpc.';

/** HTTP/2 peers refuse a header block of more than 8 to 16 KiB, so a list of mistakes is cut here. */
const maxViolations = 10;

/** The trailing metadata that carries the details of `error`; empty where it has none. */
export function encodeDetails(error: RpcError): Metadata {
  const metadata = new Metadata();
  const details = [...pack(error.details)];
  if (details.length > 0) {
    metadata.set(
      key,
      statusType.serialize({ code: error.code, message: fitForHeader(error.message), details }),
    );
  }
  return metadata;
}

/** The details in trailing metadata, or undefined where there are none or they cannot be read. */
export function decodeDetails(metadata: Metadata): ErrorDetails | undefined {
  const [bytes] = metadata.get(key);
  if (!(bytes instanceof Buffer)) return undefined;
  try {
    return Object.assign({}, ...statusType.deserialize(bytes).details.map(unpack));
  } catch {
    return undefined;
  }
}

function* pack({ reason, metadata, violations, retryAfterMs }: ErrorDetails) {
  if (reason !== undefined) {
    const value = errorInfoType.serialize({ reason, domain: 'mesh', metadata: { ...metadata } });
    yield { type_url: `${typePrefix}ErrorInfo`, value };
  }
  if (violations !== undefined) {
    const fieldViolations = violations.slice(0, maxViolations).map(({ field, description }) => ({
      field: fitForHeader(field),
      description: fitForHeader(description),
    }));
    yield { type_url: `${typePrefix}BadRequest`, value: badRequestType.serialize({ fieldViolations }) };
  }
  if (retryAfterMs !== undefined) {
    const retryDelay = { seconds: Math.floor(retryAfterMs / 1000), nanos: (retryAfterMs % 1000) * 1e6 };
    yield { type_url: `${typePrefix}RetryInfo`, value: retryInfoType.serialize({ retryDelay }) };
  }
}

function unpack({ type_url, value }: Any__Output): ErrorDetails {
  if (type_url.endsWith('.ErrorInfo')) {
    const { reason, metadata } = errorInfoType.deserialize(value);
    return { reason, metadata };
  }
  if (type_url.endsWith('.BadRequest')) {
    const { fieldViolations } = badRequestType.deserialize(value);
    return { violations: fieldViolations.map(({ field, description }) => ({ field, description })) };
  }
  if (type_url.endsWith('.RetryInfo')) {
    const delay = retryInfoType.deserialize(value).retryDelay;
    return delay === null ? {} : { retryAfterMs: Number(delay.seconds) * 1000 + delay.nanos / 1e6 };
  }
  return {};
}
