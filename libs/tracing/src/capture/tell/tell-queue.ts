import type { CapturedTrace } from '../captured-trace.ts';
import type { Promotion } from './promotion.ts';
import { TellConnection } from './tell-connection.ts';
import { MAX_PROMOTIONS } from './tell-method.ts';
import type { TellTally } from './tell-tally.ts';
import { writeTell } from './write-tell.ts';

/** How long an address is left alone that does not know the method. It is of the mesh, so that it may be another process by then. */
const REFUSED_REST_MS = 60_000;

/** And one where nobody answers; what there is to tell it waits. It doubles, up to the other one. */
const FAILED_REST_MS = 100;
const MAX_FAILED_REST_MS = 5000;

/** So often in a row nobody answers before a batch is given up: the last of them is 3 s after the first, or some 9 s where it takes its time. */
const MAX_FAILURES = 6;

/** What one address is yet to be told, a batch at a time. */
export class TellQueue {
  readonly #tally: TellTally;
  readonly #connection: TellConnection;
  #waiting = new Set<CapturedTrace>();
  #sending: Promise<void> | undefined;
  #failures = 0;
  /** Monotonic, ms. */
  #restsUntil = 0;
  #isRefused = false;
  #isClosed = false;

  constructor(address: string, tally: TellTally) {
    this.#tally = tally;
    this.#connection = new TellConnection(address);
  }

  get isWaiting(): boolean {
    return this.#waiting.size > 0;
  }

  /** Nothing waits, and nothing is under way. */
  get isIdle(): boolean {
    return !this.isWaiting && !this.#sending;
  }

  add(trace: CapturedTrace): void {
    if (this.#isRefused && this.#isResting()) this.#tally.failed++;
    else this.#keep(trace);
  }

  /** One batch, unless one is under way or the address is left alone. Never rejects. */
  async send(): Promise<void> {
    if (!this.isWaiting || this.#sending || this.#isResting()) return;
    await this.#sendNow();
  }

  /** What is under way, and then what still waits, whether the address is left alone or not. Never rejects. */
  async sendLast(): Promise<void> {
    await this.#sending;
    if (this.isWaiting) await this.#sendNow();
  }

  close(): void {
    this.#isClosed = true;
    this.#tally.dropped += this.#waiting.size;
    this.#waiting.clear();
    this.#connection.close();
  }

  /** The oldest has to go where there are too many. */
  #keep(trace: CapturedTrace): void {
    if (this.#waiting.has(trace)) return;
    const [oldest] = this.#waiting;
    if (oldest && this.#waiting.size === MAX_PROMOTIONS) {
      this.#waiting.delete(oldest);
      this.#tally.dropped++;
    }
    this.#waiting.add(trace);
  }

  #isResting(): boolean {
    return performance.now() < this.#restsUntil;
  }

  async #sendNow(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = new Set();
    this.#sending = this.#sendBatch(batch);
    await this.#sending;
    this.#sending = undefined;
  }

  async #sendBatch(batch: ReadonlySet<CapturedTrace>): Promise<void> {
    const outcome = await this.#connection.send(writeTell([...batch].flatMap(promotionOf)));
    this.#isRefused = outcome === 'refused';
    if (outcome === 'failed') this.#again(batch);
    else this.#tally[this.#isRefused ? 'failed' : 'told'] += batch.size;
    if (outcome !== 'failed') this.#failures = 0;
    if (this.#isRefused) this.#restsUntil = performance.now() + REFUSED_REST_MS;
  }

  #again(batch: ReadonlySet<CapturedTrace>): void {
    const restMs = Math.min(FAILED_REST_MS * 2 ** this.#failures++, MAX_FAILED_REST_MS);
    this.#restsUntil = performance.now() + restMs;
    if (this.#failures < MAX_FAILURES && !this.#isClosed) for (const trace of batch) this.#keep(trace);
    else this.#tally.failed += batch.size;
  }
}

/** As things are now: the level may have risen while it waited. */
function promotionOf({ traceId, verdict, level }: CapturedTrace): Promotion[] {
  return verdict === undefined || verdict === 'refused' ? [] : [{ traceId, trigger: verdict, level }];
}
