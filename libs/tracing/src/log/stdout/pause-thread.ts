const nobody = new Int32Array(new SharedArrayBuffer(4));

/** Stops this thread: the only way to wait where a process ends. */
export function pauseThread(milliseconds: number): void {
  Atomics.wait(nobody, 0, 0, milliseconds);
}
