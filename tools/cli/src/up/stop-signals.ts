/** The wishes to stop that come from outside. */
export interface StopSignals {
  /** Aborts with the first SIGINT, SIGTERM or SIGHUP. */
  readonly stop: AbortSignal;
  /** Aborts with a later one. */
  readonly force: AbortSignal;
}

/**
 * Ctrl-C reaches every process of the terminal's group and npm passes its own on, so that one key press comes twice:
 * what comes within this time of the first signal is the same wish.
 */
const SAME_WISH_MS = 1_000;

/** Listens to the signals of this process. */
export function listenForStop(): StopSignals {
  const stop = new AbortController();
  const force = new AbortController();
  let since: number | undefined;
  const onSignal = () => {
    if (since !== undefined && performance.now() - since > SAME_WISH_MS) force.abort();
    since ??= performance.now();
    stop.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  return { stop: stop.signal, force: force.signal };
}
