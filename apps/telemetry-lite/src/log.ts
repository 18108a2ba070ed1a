/** Writes one line of the log. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  fields?: Record<string, unknown>,
) => void;

/**
 * The house's log line (one JSON object a line) without `@mesh/tracing`: a receiver that sent its own lines
 * and spans to itself would never be quiet.
 */
export function createLog(output: NodeJS.WritableStream): Log {
  return (level, message, fields = {}) => {
    const line = {
      timestamp: new Date().toISOString(),
      level,
      message,
      'service.name': 'telemetry-lite',
      ...fields,
    };
    output.write(`${JSON.stringify(line)}\n`);
  };
}
