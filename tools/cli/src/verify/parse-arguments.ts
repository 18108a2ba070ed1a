import { parseArgs } from 'node:util';

export interface VerifyWords {
  readonly ledgerFile: string | undefined;
  readonly settleMs: number;
  readonly json: boolean;
}

export type VerifyArguments = { readonly help: true } | { readonly problem: string } | VerifyWords;

const defaultSettle = '20';

/** Reads the words after `mesh verify`; a wrong one becomes a sentence. */
export function parseVerifyArguments(args: string[]): VerifyArguments {
  const options = {
    ledger: { type: 'string' },
    settle: { type: 'string', default: defaultSettle },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    const { values } = parseArgs({ args, options });
    if (values.help) return { help: true };
    const isSeconds = /^\d{1,5}(\.\d+)?$/.test(values.settle);
    if (!isSeconds) return { problem: `--settle must be a number of seconds; it is "${values.settle}".` };
    return { ledgerFile: values.ledger, settleMs: Number(values.settle) * 1000, json: values.json };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}
