/** The queries that need not find anything under load, and why. All others must. */
export const mayBeEmpty: Readonly<Record<string, string>> = {
  'mesh-pipeline: Refused per second, D':
    'its counters begin with the first time that a queue is full, at 256 MiB; promtool tests the same names',
};
