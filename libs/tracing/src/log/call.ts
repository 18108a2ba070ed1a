/** What a line is made of: the parts of one call of a logger. */
export interface Call {
  readonly level: string;
  readonly message: unknown;
  /** The Error that stood in the place of the message or of the fields. */
  readonly error: Error | undefined;
  /** What was given beside the message; `undefined` for nothing. */
  readonly fields: object | undefined;
  /** Whether `fields` is winston's info, whose `level` and `message` are those of the line. */
  readonly isInfo: boolean;
  /** The fields of the loggers that this one is a child of, the outermost first. */
  readonly shared: readonly object[];
  /** What was given beyond that. */
  readonly args: readonly unknown[];
}
