import { parseArgs } from 'node:util';

export type DoctorArguments =
  | { readonly help: true }
  | { readonly problem: string }
  | {
      /** The program to look at, with its arguments; none: this machine. */
      readonly command: readonly string[];
      readonly waitMs: number;
      readonly json: boolean;
    };

const options = {
  wait: { type: 'string', default: '10' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the words after `mesh doctor`; what follows `--` is a program of the user. */
export function parseDoctorArguments(words: readonly string[]): DoctorArguments {
  const end = words.indexOf('--');
  const [args, command] = end < 0 ? [words, []] : [words.slice(0, end), words.slice(end + 1)];
  try {
    const { wait, json, help } = parseArgs({ args: [...args], options }).values;
    if (help) return { help: true };
    if (!/^\d{1,4}(\.\d+)?$/.test(wait))
      return { problem: `--wait must be a number of seconds; it is "${wait}".` };
    if (end >= 0 && command.length === 0) return { problem: 'After -- the program to look at must follow.' };
    return { command, waitMs: Number(wait) * 1000, json };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}
