import { parseArgs } from 'node:util';
import { readSince } from './telemetry/since.ts';

interface CommonWords {
  readonly settleMs: number;
  readonly json: boolean;
}

/** To hold orders against stock, and both against what clients were told. */
export interface StockWords extends CommonWords {
  readonly subject: 'stock';
  readonly ledgerFile: string | undefined;
}

/** To hold orders against their traces and lines. */
export interface TelemetryWords extends CommonWords {
  readonly subject: 'telemetry';
  /** Epoch milliseconds. */
  readonly sinceMs: number | undefined;
}

export type VerifyArguments =
  | { readonly help: true }
  | { readonly problem: string }
  | StockWords
  | TelemetryWords;

const options = {
  telemetry: { type: 'boolean', default: false },
  since: { type: 'string' },
  ledger: { type: 'string' },
  settle: { type: 'string', default: '20' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the words after `mesh verify`; a wrong one becomes a sentence. */
export function parseVerifyArguments(args: string[]): VerifyArguments {
  try {
    const { values } = parseArgs({ args, options });
    if (values.help) return { help: true };
    const { telemetry, since, ledger: ledgerFile, settle, json } = values;
    if (!/^\d{1,5}(\.\d+)?$/.test(settle))
      return { problem: `--settle must be a number of seconds; it is "${settle}".` };
    const common = { settleMs: Number(settle) * 1000, json };
    if (telemetry) return telemetryWords(common, since, ledgerFile);
    if (since !== undefined) return { problem: '--since is of --telemetry.' };
    return { ...common, subject: 'stock', ledgerFile };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

function telemetryWords(common: CommonWords, since?: string, ledgerFile?: string): VerifyArguments {
  if (ledgerFile !== undefined) return { problem: '--ledger is of mesh verify without --telemetry.' };
  const sinceMs = since === undefined ? undefined : readSince(since, Date.now());
  if (since !== undefined && sinceMs === undefined) {
    return {
      problem: `--since must be a time such as 2026-11-26T10:00:00Z, or how long ago: 90s, 10m, 2h, 1d; it is "${since}".`,
    };
  }
  return { ...common, subject: 'telemetry', sinceMs };
}
