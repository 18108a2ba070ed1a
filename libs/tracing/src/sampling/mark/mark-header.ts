/** Of HTTP, gRPC metadata and frames; goes no further than to the process that reads it. */
export const MARK_HEADER = 'mesh-sampling-mark';
