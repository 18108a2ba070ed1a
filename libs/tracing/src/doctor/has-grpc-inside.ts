import { readFileSync, statSync } from 'node:fs';

/** grpc-js writes it into the user agent of each call: it stays in a bundle that is minified. */
const MARK = 'grpc-node-js/';

/** A program without dependencies in it is smaller by far; a file that is larger is no program. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Whether grpc-js is in this file, which is none of its own. */
export function hasGrpcInside(file: string): boolean {
  try {
    return statSync(file).size <= MAX_BYTES && readFileSync(file).includes(MARK);
  } catch {
    return false;
  }
}
