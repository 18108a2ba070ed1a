import type { Readable } from 'node:stream';
import { RequestRejected } from './request-rejected.ts';

/** Far above the largest order (100 items are below 16 KiB). */
const maxBodyBytes = 256 * 1024;

/**
 * How much of a body that is too long is still read: a client that is cut off while it sends never
 * sees the answer. Who sends more than this is cut off.
 */
const maxDrainedBytes = 8 * 1024 * 1024;

/**
 * The body as JSON; undefined where it is empty, as that of a DELETE whose client names a type all the same.
 *
 * @throws {RequestRejected} 413 when it is too long, 400 when its client went away while it sent, and when
 * it is not UTF-8 or not JSON.
 */
export async function readJson(body: Readable): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length <= maxBodyBytes) chunks.push(chunk);
      else chunks.length = 0;
      if (length > maxDrainedBytes) break;
    }
  } catch {
    throw new RequestRejected(400, 'the body did not arrive whole');
  }
  if (length > maxBodyBytes) throw new RequestRejected(413, `the body must be at most ${maxBodyBytes} bytes`);
  return length === 0 ? undefined : parse(Buffer.concat(chunks));
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const what = error instanceof SyntaxError ? 'JSON' : 'UTF-8';
    throw new RequestRejected(400, `the body must be ${what}`);
  }
}
