/** What B3 calls the sampling state, as W3C's flag. Debug (`d`) is sampled; old tracers wrote words. */
const FLAGS: ReadonlyMap<string, number> = new Map([
  ['0', 0],
  ['1', 1],
  ['d', 1],
  ['false', 0],
  ['true', 1],
]);

/** @returns undefined if it is none, or not said */
export function flagsOfB3State(state: string | undefined): number | undefined {
  return state === undefined ? undefined : FLAGS.get(state.toLowerCase());
}
