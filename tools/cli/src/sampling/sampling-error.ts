/** What was asked for cannot be done. The message is a whole sentence, or several, for the user. */
export class SamplingError extends Error {
  override readonly name = 'SamplingError';
}
