/** A query that telemetry-lite cannot run; the message has the form of Loki's. */
export class ParseError extends Error {
  constructor(reason: string, position?: number) {
    const where = position === undefined ? '' : `at line 1, col ${position + 1}`;
    super(`parse error ${where}: ${reason}`);
  }
}
