import type { Attributes, SpanKind, SpanOptions } from '@opentelemetry/api';
import { redactText } from '../redaction/redact-text.ts';
import { cleanName } from '../span/clean-name.ts';

/** A method, as the name of its spans and as what they start with. */
export interface Operation {
  readonly name: string;
  /** Frozen: the same object for every call of the method. */
  readonly attributes: Attributes;
  readonly options: SpanOptions;
}

export interface Operations {
  /** @param path as on the wire: `/mesh.order.v1.OrderService/CreateOrder` */
  of(path: string): Operation;
  /** Of a method that nobody registered: the caller chose its name, so it must not become one. */
  other(path: string): Operation;
}

/** No service has as many methods; a program that calls more makes them up. */
const MAX_OPERATIONS = 1000;

/** Longer than any real name, short enough for an attribute. */
const ORIGINAL_LENGTH = 256;

/** @param place the address of the server, the same for all its methods */
export function createOperations(kind: SpanKind, place: Attributes): Operations {
  const known = new Map<string, Operation>();
  const other = (path: string) => {
    const original = redactText(methodOf(path)).slice(0, ORIGINAL_LENGTH);
    return operation(kind, '_OTHER', { ...place, 'rpc.method_original': original });
  };
  const learn = (path: string) => {
    if (known.size >= MAX_OPERATIONS) return other(path);
    const learned = operation(kind, methodOf(path), place);
    known.set(path, learned);
    return learned;
  };
  return { of: (path) => known.get(path) ?? learn(path), other };
}

/** https://opentelemetry.io/docs/specs/semconv/rpc/rpc-spans/ */
function operation(kind: SpanKind, method: string, further: Attributes): Operation {
  const attributes = Object.freeze({ 'rpc.system.name': 'grpc', 'rpc.method': method, ...further });
  // The very text that a span would make of it: that is found again without a look at its characters.
  return { name: cleanName(method), attributes, options: Object.freeze({ kind, attributes }) };
}

function methodOf(path: string): string {
  return path.startsWith('/') ? path.slice(1) : path;
}
