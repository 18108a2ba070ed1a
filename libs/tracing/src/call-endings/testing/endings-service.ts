import type { MethodDefinition } from '@grpc/grpc-js';
import { KINDS, type Kind, RECEIVING, SENDING } from '../ending.ts';

export const SERVICE = 'mesh.endings.v1.EndingsService';

/** Messages that either side's serialisers refuse. */
export const UNSERIALISABLE = 'cannot be serialised';
export const UNREADABLE = 'cannot be read';

/** More than the limit of `LIMIT` bytes, on whichever side that is set. */
export const LIMIT = 1000;
export const TOO_LONG = 'x'.repeat(2 * LIMIT);

export const METHODS = Object.fromEntries(KINDS.map((kind) => [kind, methodOf(kind)])) as Record<
  Kind,
  string
>;

/** The short name: `ClientStream`. */
function methodOf(kind: Kind): string {
  return kind.replace(/(?:^| )(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Its messages are text, so that it needs no .proto file. */
export function definitionOf(kind: Kind, method = METHODS[kind]): MethodDefinition<string, string> {
  return {
    path: `/${SERVICE}/${method}`,
    requestStream: SENDING.includes(kind),
    responseStream: RECEIVING.includes(kind),
    requestSerialize: serialise,
    requestDeserialize: deserialise,
    responseSerialize: serialise,
    responseDeserialize: deserialise,
  };
}

function serialise(message: string): Buffer {
  if (message === UNSERIALISABLE) throw new Error(message);
  return Buffer.from(message);
}

function deserialise(bytes: Buffer): string {
  if (bytes.toString() === UNREADABLE) throw new Error(UNREADABLE);
  return bytes.toString();
}
