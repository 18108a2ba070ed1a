import { createLedger } from './ledger.ts';

/** Of this process. */
export const ledgers = { spans: createLedger(), logs: createLedger(), metrics: createLedger() };
