import { BadRequest } from './bad-request.ts';

/**
 * An OTLP id in lower-case hex; '' when it is absent or all zeroes, which OTLP calls invalid.
 * @param bytes 16 for a trace id, 8 for a span id
 * @throws BadRequest for any other length, as the Collector refuses it
 */
export function hexId(base64: string | undefined, bytes: 8 | 16): string {
  const id = Buffer.from(base64 ?? '', 'base64');
  if (id.length !== 0 && id.length !== bytes) {
    throw new BadRequest(`an id has ${id.length} bytes, it must have ${bytes}`);
  }
  return id.every((byte) => byte === 0) ? '' : id.toString('hex');
}
