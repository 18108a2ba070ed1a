import { parseArgs } from 'node:util';

export interface CaptureWords {
  /** Turned on and off by turns. */
  readonly slices: number;
  /** Leaves out the lines of level debug: what the spans cost alone. */
  readonly spansOnly: boolean;
  readonly write: boolean;
}

const options = {
  slices: { type: 'string', default: '100' },
  'spans-only': { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
} as const;

/** @throws Error with a sentence about the word that is not understood */
export function parseWords(args: string[]): CaptureWords {
  const { values } = parseArgs({ args, options });
  if (!/^[1-9]\d{0,3}$/.test(values.slices))
    throw new Error(`--slices takes a number from 1 to 9999; it is "${values.slices}".`);
  return { slices: Number(values.slices), spansOnly: values['spans-only'], write: values.write };
}
