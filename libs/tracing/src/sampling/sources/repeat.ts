/**
 * Does something at once and again and again, each time after the end of the time before. No pause holds the process.
 *
 * @param look must not reject
 * @returns ends it; what is under way goes on
 */
export function repeat(look: () => Promise<void>, pauseMillis: () => number): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isEnded = false;
  const run = async () => {
    await look();
    if (!isEnded) timer = setTimeout(run, pauseMillis()).unref();
  };
  void run();
  return () => {
    isEnded = true;
    clearTimeout(timer);
  };
}
