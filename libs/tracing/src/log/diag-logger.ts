import type { DiagLogger } from '@opentelemetry/api';
import { ownLine } from './own-line.ts';
import { writeStderrLine } from './stdout/write-stderr-line.ts';

/**
 * What the SDK and this library say about themselves: lines of the usual shape, on stderr, so that stdout has
 * the service's own lines only, and not over OTLP, where a line about a failed export would be the next one.
 */
export function createDiagLogger(): DiagLogger {
  const write =
    (level: string) =>
    (message: string, ...args: unknown[]) =>
      writeStderrLine(ownLine(level, message, args.length > 0 ? { args } : {}));
  return {
    error: write('error'),
    warn: write('warn'),
    info: write('info'),
    debug: write('debug'),
    verbose: write('silly'),
  };
}
