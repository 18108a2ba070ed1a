/**
 * Calls once in the 'exit' event, behind the listeners that come later, too: what they log is to be sent and counted. One
 * that is added in the turn in which the process ends comes after it.
 */
export function atLast(end: () => void): void {
  let isMoving = false;
  process.once('exit', end);
  process.on('newListener', (event) => {
    if (event !== 'exit' || isMoving) return;
    isMoving = true;
    // The other one is not there yet.
    queueMicrotask(() => {
      process.off('exit', end);
      process.once('exit', end);
      isMoving = false;
    });
  });
}
