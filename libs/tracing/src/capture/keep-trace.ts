import { activeCaptured } from './current-capture.ts';

/**
 * Keeps the trace of the request that is handled now, whole, though it may not have been sampled: its spans and debug lines of the last
 * seconds, in this process and in the others that had a part in it, and all that follow. For what only the code knows to be worth
 * it; failures and slow calls are kept by themselves. It takes one of the traces that may be kept in a second.
 *
 * @returns `refused` where too many were kept of late, or something said so of this trace before; undefined where nothing
 * can be kept after the fact: outside of any span, and where that is off
 */
export function keepTrace(): 'promoted' | 'refused' | undefined {
  const captured = activeCaptured();
  if (!captured) return undefined;
  captured.trigger('marked');
  return captured.isPromoted ? 'promoted' : 'refused';
}
