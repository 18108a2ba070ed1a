/** So that what waits for the end of a turn stays small, whatever the turn does. */
const MAX_WAITING = 64 * 1024;

let waiting = '';

/**
 * Writes a line to stdout at the end of this turn of the event loop, together with the others of the turn: each write is a
 * system call, which in profiles took longer than making the line. The exit of the process, also by an uncaught exception or
 * `process.exit`, comes after it.
 *
 * @param line without its end
 */
export function writeLine(line: string): void {
  if (waiting === '') setImmediate(flush);
  waiting += `${line}\n`;
  if (waiting.length > MAX_WAITING) flush();
}

function flush(): void {
  if (waiting === '') return;
  const lines = waiting;
  waiting = '';
  process.stdout.write(lines);
}

process.once('exit', flush);
