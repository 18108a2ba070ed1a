import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { BadRequest } from './bad-request.ts';

const inflate = promisify(gunzip);

/** Largest request, before and after decompression: the default of the Collector's gRPC and near that of its HTTP receiver. */
export const maxBodyBytes = 16 * 1024 * 1024;

/**
 * Reads a request's body and undoes its gzip. Too much of it is still read off, to four times the limit,
 * so that the client sees the 413 instead of a reset connection.
 * @throws BadRequest 413 when too large, 415 for another content encoding, 400 for broken gzip
 */
export async function readBody(request: IncomingMessage, limit: number = maxBodyBytes): Promise<Buffer> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  const raw = await readRaw(request, limit);
  if (encoding === 'identity') return raw;
  if (encoding !== 'gzip')
    throw new BadRequest(`content encoding "${encoding}" is not known; send gzip or none`, 415);
  return inflate(raw, { maxOutputLength: limit }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit);
    throw new BadRequest(`the body is not gzip: ${error.message}`);
  });
}

async function readRaw(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    if (size > 4 * limit) break;
  }
  if (size > limit) throw tooLarge(limit);
  return Buffer.concat(chunks);
}

function tooLarge(limit: number): BadRequest {
  return new BadRequest(`the body is larger than ${limit} bytes; send smaller batches`, 413);
}
