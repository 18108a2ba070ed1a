/** A back end could not be asked. The message is a whole sentence for the user: who, where, what, and the way out. */
export class BackEndError extends Error {
  override readonly name = 'BackEndError';
}
