import type { Metadata } from '@grpc/grpc-js';
import { entriesOf } from './metadata-entries.ts';

/** @param name in lower case @param metadata an interceptor of a user may make up a status, and leave it out */
export function hasEntry(metadata: Metadata | undefined, name: string): metadata is Metadata {
  return metadata !== undefined && (entriesOf(metadata)?.has(name) ?? metadata.get(name).length > 0);
}
