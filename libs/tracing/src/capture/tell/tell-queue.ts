import type { JudgedTrace } from '../judged-trace.ts';
import { TellConnection } from './tell-connection.ts';
import { MAX_VERDICTS } from './tell-method.ts';
import type { TellTally } from './tell-tally.ts';
import type { ToldVerdict } from './told-verdict.ts';
import { writeTell } from './write-tell.ts';

/** How long an address is left alone that does not know the method. It is of the mesh, so that it may be another process by then. */
const REFUSED_REST_MS = 60_000;

/** And one where nobody answers; what there is to tell it waits. It doubles, up to the other one. */
const FAILED_REST_MS = 100;
const MAX_FAILED_REST_MS = 5000;

/** So often in a row nobody answers before a batch is given up: the last of them is 3 s after the first, or some 9 s where it takes its time. */
const MAX_FAILURES = 6;

/** How often one that is called is asked whom it calls itself: replicas do not come and go faster. */
const ASK_MS = 2000;
const IN_USE_MS = 60_000;

/** What one address is yet to be told, a batch at a time. */
export class TellQueue {
  readonly #tally: TellTally;
  readonly #connection: TellConnection;
  #waiting = new Set<JudgedTrace>();
  #sending: Promise<void> | undefined;
  #failures = 0;
  /** Monotonic, ms. */
  #restsUntil = 0;
  #isRefused = false;
  #isClosed = false;
  /** Monotonic, ms: the last call that went there, and when it was last asked. */
  #usedAt = Number.NEGATIVE_INFINITY;
  #askedAt = Number.NEGATIVE_INFINITY;
  /** The addresses that it calls itself, as it has said. */
  beyond: readonly string[] = [];

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

  /** A call went there. @returns whether it is time to ask it whom it calls itself */
  use(now: number): boolean {
    this.#usedAt = now;
    return this.#isDue();
  }

  isInUse(now: number): boolean {
    return now - this.#usedAt < IN_USE_MS;
  }

  add(trace: JudgedTrace): void {
    if (this.#isRefused && this.#isResting()) this.#tally.failed++;
    else this.#keep(trace);
  }

  /** One batch, unless one is under way or the address is left alone. Never rejects. */
  async send(): Promise<void> {
    if (!(this.isWaiting || this.#isDue()) || this.#sending || this.#isResting()) return;
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
  #keep(trace: JudgedTrace): void {
    if (this.#waiting.has(trace)) return;
    const [oldest] = this.#waiting;
    if (oldest && this.#waiting.size === MAX_VERDICTS) {
      this.#waiting.delete(oldest);
      this.#tally.dropped++;
    }
    this.#waiting.add(trace);
  }

  #isDue(): boolean {
    return this.#usedAt - this.#askedAt >= ASK_MS;
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

  async #sendBatch(batch: ReadonlySet<JudgedTrace>): Promise<void> {
    this.#askedAt = performance.now();
    const { outcome, peers } = await this.#connection.send(writeTell([...batch].flatMap(toldOf)));
    if (outcome === 'told') this.beyond = peers;
    this.#isRefused = outcome === 'refused';
    if (outcome === 'failed') this.#again(batch);
    else this.#tally[this.#isRefused ? 'failed' : 'told'] += batch.size;
    if (outcome !== 'failed') this.#failures = 0;
    if (this.#isRefused) this.#restsUntil = performance.now() + REFUSED_REST_MS;
  }

  #again(batch: ReadonlySet<JudgedTrace>): void {
    const restMs = Math.min(FAILED_REST_MS * 2 ** this.#failures++, MAX_FAILED_REST_MS);
    this.#restsUntil = performance.now() + restMs;
    if (this.#failures < MAX_FAILURES && !this.#isClosed) for (const trace of batch) this.#keep(trace);
    else this.#tally.failed += batch.size;
  }
}

/** As things are now: the level may have risen while it waited. */
function toldOf({ traceId, verdict, level }: JudgedTrace): ToldVerdict[] {
  return verdict === undefined ? [] : [{ traceId, verdict, level }];
}
