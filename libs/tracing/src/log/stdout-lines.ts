import { writeLine as write } from './stdout/write-line.ts';

/** Until its callers say what is urgent. */
export function writeLine(line: string, isUrgent = false): void {
  write(line, isUrgent);
}
