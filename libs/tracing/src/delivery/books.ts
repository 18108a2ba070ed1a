import type { Batch } from './batch.ts';
import type { DropReason, Ledger } from './ledger.ts';
import type { LastWord } from './outcome.ts';
import type { TroubleLog } from './trouble-log.ts';

/** Puts what became of batches into the ledger, and says it where it is bad. */
export interface Books {
  /** An attempt failed, and there will be another. */
  failed(reason: string): void;
  settled(batch: Batch, word: LastWord): void;
  /** Too much waits, and this went for the rest. */
  overflowed(batch: Batch): void;
}

const AT_THE_END = 'the process ends';

export function createBooks(ledger: Ledger, trouble: TroubleLog): Books {
  function lose(reason: DropReason, items: number, words: string): void {
    ledger.dropped(reason, items);
    trouble.lost(items, words);
  }

  function take(items: number, rejected: number, reason: string): void {
    ledger.exported(items - rejected);
    if (rejected > 0) lose('rejected', rejected, reason);
    else trouble.over();
  }

  return {
    failed: trouble.waits,
    overflowed: ({ items }) => lose('queue_full', items, 'too much waits'),
    settled({ items }, word) {
      if (word.kind === 'taken') take(items, Math.min(word.rejected ?? 0, items), word.reason ?? '');
      else if (word.kind === 'refused') lose('rejected', items, word.reason);
      else if (word.kind === 'unsent') lose('shutdown', items, AT_THE_END);
      else {
        ledger.unknown(items);
        trouble.lost(items, AT_THE_END);
      }
    },
  };
}
