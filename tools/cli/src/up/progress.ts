import type { Terminal } from '../terminal/terminal.ts';

/** What a person sees while the mesh starts and runs. */
export interface Progress {
  /** A line that stays. */
  say(sentence: string): void;
  /** Something that was waited for is there; a line that stays, with the time since the start. */
  done(name: string): void;
  /** Names what is still waited for: the last line, rewritten. Nothing where there is no terminal to rewrite. */
  waitFor(names: readonly string[]): void;
}

const ERASE_LINE = '\r\x1b[2K';

/** Writes progress; `canRewrite` tells whether a line can be taken back, as on a terminal and in no file. */
export function showProgress({ print, paint }: Terminal, canRewrite: boolean): Progress {
  const started = performance.now();
  let waiting: readonly string[] = [];
  const rewrite = (line: string) => {
    const status = waiting.length > 0 ? paint('dim', `  … waiting for ${waiting.join(', ')}`) : '';
    print(canRewrite ? `${ERASE_LINE}${line}${status}` : line);
  };
  return {
    say: (sentence) => rewrite(`${sentence}\n`),
    done(name) {
      waiting = waiting.filter((other) => other !== name);
      const seconds = ((performance.now() - started) / 1_000).toFixed(1);
      rewrite(`  ${paint('green', '✓')} ${name.padEnd(15)} ${paint('dim', `${seconds} s`)}\n`);
    },
    waitFor(names) {
      waiting = names;
      rewrite('');
    },
  };
}
