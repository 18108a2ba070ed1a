import { processWriter } from './process-writer.ts';

/** Writes a line to stderr, as `writeLine` does to stdout. */
export function writeStderrLine(line: string): void {
  processWriter('stderr').write(line, true);
}
