import { parseArgs } from 'node:util';
import { readTraceTarget, type TraceTarget } from './trace-target.ts';

export type TraceArguments =
  | { readonly help: true }
  | { readonly problem: string }
  | { readonly target: TraceTarget; readonly json: boolean };

/** Reads the words after `mesh trace`; a wrong one becomes a sentence. */
export function parseTraceArguments(args: string[]): TraceArguments {
  const options = {
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.help) return { help: true };
    const [word, ...more] = positionals;
    if (word === undefined || more.length > 0)
      return { problem: 'Name one trace id, one order id, or "last".' };
    const target = readTraceTarget(word);
    if (target) return { target, json: values.json };
    return {
      problem: `"${word}" is neither a trace id (32 hex digits, or up to 20 decimal ones) nor an order id (a UUID) nor "last".`,
    };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}
