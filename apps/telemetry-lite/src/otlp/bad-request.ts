/** The sender's fault: the request can never succeed as it is. `status` is the HTTP status of the answer. */
export class BadRequest extends Error {
  readonly status: 400 | 413 | 415;

  constructor(message: string, status: 400 | 413 | 415 = 400) {
    super(message);
    this.status = status;
  }
}
