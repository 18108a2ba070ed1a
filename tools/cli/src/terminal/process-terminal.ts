import { styleText } from 'node:util';
import type { Terminal } from './terminal.ts';

/** For a pipe or a file, and for a terminal that does not tell its size. */
const defaultWidth = 100;

/**
 * The terminal of this process. Colours only where stdout is a terminal; `NO_COLOR`, `NODE_DISABLE_COLORS` and
 * `FORCE_COLOR` are obeyed by Node itself. A reader that goes away (`mesh trace last | head`) is no error, nor is a
 * terminal that is closed while a command still has something to bring to an end.
 */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  return {
    width: stdout.columns || defaultWidth,
    paint: (style, text) => text && styleText(style, text, { stream: stdout }),
    print: (text) => write(stdout, text),
    complain: (sentence) => write(stderr, `${sentence}\n`),
  };
}

function write(stream: NodeJS.WriteStream, text: string): void {
  if (!stream.listeners('error').includes(ignoreClosed)) stream.on('error', ignoreClosed);
  stream.write(text);
}

function ignoreClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
}
