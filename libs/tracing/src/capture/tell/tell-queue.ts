import type { JudgedTrace } from '../judged-trace.ts';
import { AddressRest } from './address-rest.ts';
import { TellConnection } from './tell-connection.ts';
import { MAX_VERDICTS } from './tell-method.ts';
import type { TellTally } from './tell-tally.ts';
import type { ToldVerdict } from './told-verdict.ts';
import { writeTell } from './write-tell.ts';

/** How often one that is called is asked whom it calls itself: replicas do not come and go faster. */
const ASK_MS = 2000;
const IN_USE_MS = 60_000;

/** What one address is yet to be told, a batch at a time. */
export class TellQueue {
  readonly #tally: TellTally;
  readonly #connection: TellConnection;
  #waiting = new Set<JudgedTrace>();
  #sending: Promise<void> | undefined;
  readonly #rest = new AddressRest();
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
    if (this.#rest.isRefused) this.#tally.failed++;
    else this.#keep(trace);
  }

  /** One batch, unless one is under way or the address is left alone. Never rejects. */
  async send(): Promise<void> {
    if (!(this.isWaiting || this.#isDue()) || this.#sending || this.#rest.isResting) return;
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
    const isWorthAnother = this.#rest.note(outcome);
    if (outcome === 'told') this.#tally.told += batch.size;
    else if (isWorthAnother && !this.#isClosed) for (const trace of batch) this.#keep(trace);
    else this.#tally.failed += batch.size;
  }
}

/** As things are now: the level may have risen while it waited. */
function toldOf({ traceId, verdict, level }: JudgedTrace): ToldVerdict[] {
  return verdict === undefined ? [] : [{ traceId, verdict, level }];
}
