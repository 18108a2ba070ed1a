/** The command cannot be run as it was asked for. The message is a whole sentence for the user. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
