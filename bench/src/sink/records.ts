import { fields } from './fields.ts';

/**
 * The spans or log records of an OTLP export request, undecoded. Both have the same outer shape: 1 resource groups
 * { 2 scopes { 2 records } } (https://github.com/open-telemetry/opentelemetry-proto).
 */
export function records(request: Buffer): Buffer[] {
  return messages(request, 1)
    .flatMap((group) => messages(group, 2))
    .flatMap((scope) => messages(scope, 2));
}

const NAME = 5;

/** Of the fixture, or of the mesh's own services. */
const CALL = /\b(?:bench|mesh\.[a-z]+)\.v1\./;

/**
 * Whether a span is one of a gRPC call; all instrumentations have the method in its name. The stock one also
 * makes spans of connecting (`dns.lookup`, `tcp.connect`).
 */
export function isCall(span: Buffer): boolean {
  return messages(span, NAME).some((name) => CALL.test(name.toString('latin1')));
}

function messages(bytes: Buffer, wanted: number): Buffer[] {
  return [...fields(bytes)]
    .filter(({ number }) => number === wanted)
    .map(({ value }) => value)
    .filter(Buffer.isBuffer);
}
