import type { Batch } from './batch.ts';
import type { DropReason, Ledger } from './ledger.ts';
import type { Final } from './outcome.ts';
import type { TroubleLog } from './trouble-log.ts';

/** Puts what became of batches into the ledger, and says it where it is bad. */
export interface Books {
  /** An attempt failed, and there will be another. */
  failed(reason: string): void;
  settled(batch: Batch, final: Final): void;
  lost(why: 'queue_full' | 'shutdown', batches: readonly Batch[]): void;
  unknown(batch: Batch): void;
}

const WORDS = { queue_full: 'too much waits', shutdown: 'the process ends' } as const;

export function createBooks(ledger: Ledger, trouble: TroubleLog): Books {
  function lose(reason: DropReason, items: number, words: string): void {
    ledger.dropped(reason, items);
    trouble.lost(items, words);
  }

  return {
    failed: trouble.waits,
    settled({ items }, final) {
      const rejected = final.kind === 'refused' ? items : Math.min(final.rejected ?? 0, items);
      ledger.exported(items - rejected);
      if (rejected > 0) lose('rejected', rejected, final.reason ?? '');
      else trouble.over();
    },
    lost(why, batches) {
      for (const { items } of batches) lose(why, items, WORDS[why]);
    },
    unknown({ items }) {
      ledger.unknown(items);
      trouble.lost(items, WORDS.shutdown);
    },
  };
}
