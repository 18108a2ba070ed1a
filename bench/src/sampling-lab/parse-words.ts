import { parseArgs } from 'node:util';

export interface LabWords {
  /** Of the simulation, for each policy. */
  readonly requests: number;
  /** Of the replay, for each policy; 0 leaves it out. */
  readonly replay: number;
  /** Whether the report and the picture are kept. */
  readonly write: boolean;
}

/** With these sizes the lab takes less than a quarter of an hour on two cores. */
const options = {
  requests: { type: 'string', default: '1000000' },
  replay: { type: 'string', default: '20000' },
  write: { type: 'boolean', default: false },
} as const;

/** @throws Error with a sentence about the word that is not understood */
export function parseWords(args: string[]): LabWords {
  const { values } = parseArgs({ args, options });
  return {
    requests: count('requests', values.requests),
    replay: count('replay', values.replay),
    write: values.write,
  };
}

function count(name: string, text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new Error(`--${name} takes a number; it is "${text}".`);
  return Number(text);
}
