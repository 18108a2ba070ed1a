/** Seconds count in a rolling restart, and what a healthy collector on the same machine needs is milliseconds. */
const LIMIT_MS = 2_000;

/**
 * Sends what is left when the event loop has run empty, that is, when the service has closed everything.
 * Takes 2 s at most, leaves the exit code alone and never ends the process itself.
 *
 * @param flush never rejects; resolves when all is sent, or soon after `giveUp`
 */
export function flushAtExit(flush: () => Promise<void>, giveUp: () => void): void {
  process.once('beforeExit', () => {
    const limit = setTimeout(giveUp, LIMIT_MS);
    void flush().finally(() => clearTimeout(limit));
  });
}
