/** Acts when it has been called so often. */
export function whenAll(times: number, act: () => void): () => void {
  let called = 0;
  return () => {
    called++;
    if (called === times) act();
  };
}
