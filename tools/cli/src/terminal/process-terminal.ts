import { styleText } from 'node:util';
import type { Terminal } from './terminal.ts';

/** For a pipe or a file, and for a terminal that does not tell its size. */
const defaultWidth = 100;

/**
 * The terminal of this process. Colours only where stdout is a terminal; `NO_COLOR`, `NODE_DISABLE_COLORS` and
 * `FORCE_COLOR` are obeyed by Node itself. A reader that goes away (`mesh trace last | head`) is no error.
 */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  return {
    width: stdout.columns || defaultWidth,
    paint: (style, text) => text && styleText(style, text, { stream: stdout }),
    print: (text) => {
      if (!stdout.listeners('error').includes(ignoreClosedPipe)) stdout.on('error', ignoreClosedPipe);
      stdout.write(text);
    },
    complain: (sentence) => stderr.write(`${sentence}\n`),
  };
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
