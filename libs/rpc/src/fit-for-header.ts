/** Long enough for any sentence; far below the 8 KiB of headers that every HTTP/2 peer takes. */
const maxLength = 512;

/**
 * Text that can travel in a status message. A lone surrogate would make grpc-js throw outside any
 * handler and end the process (`encodeURI: URI malformed`).
 */
export function fitForHeader(text: string): string {
  return text.slice(0, maxLength).toWellFormed();
}
