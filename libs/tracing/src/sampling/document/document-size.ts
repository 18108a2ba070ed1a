/** Some thousand rules. */
export const MAX_DOCUMENT_BYTES = 256 * 1024;
