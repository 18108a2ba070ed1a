import type { Teller } from './capture-parts.ts';
import type { JudgedTrace } from './judged-trace.ts';

/** What an address takes, with a share of what the lists take. */
export const PEER_BYTES = 100;

/** More of them are not told. A call is answered from one address: so many replicas in one trace are nearly always a mistake. */
const MAX_PEERS = 100;

const NONE: readonly string[] = [];

/** The addresses that calls of one trace went to. The lists are made anew with each: one that may grow has 17 places from the start. */
export class Peers {
  readonly #teller: Teller;
  /** Those that say or were told that the trace is kept. */
  #aware = NONE;
  #unaware = NONE;
  /** Those that wait for a verdict, whichever it is. Few ever do. */
  #silent = NONE;

  constructor(teller: Teller) {
    this.#teller = teller;
  }

  /** @param knows that it has said itself that the trace is kept @returns whether it is a new one */
  add(peer: string, knows: boolean, trace: JudgedTrace): boolean {
    const isNew = this.#add(peer, knows || trace.isPromoted);
    if (isNew) this.#teller.saw(peer);
    // One that brings a trace to where there is hardly room for it has to know that, too.
    if (knows ? trace.level > 0 : isNew && trace.isPromoted) this.#teller.tell(peer, trace);
    return isNew;
  }

  addSilent(peer: string, trace: JudgedTrace): void {
    if (this.#silent.includes(peer) || this.#silent.length === MAX_PEERS) return;
    this.#silent = this.#silent.concat(peer);
    if (trace.verdict === 'refused') this.#teller.tell(peer, trace);
  }

  promoted(trace: JudgedTrace): void {
    for (const peer of this.takeUnaware()) this.#teller.tell(peer, trace);
  }

  refused(trace: JudgedTrace): void {
    for (const peer of this.#silent) this.#teller.tell(peer, trace);
  }

  /** Those that had it from here have to know a level that it had not met yet. */
  raised(trace: JudgedTrace): void {
    for (const peer of this.#aware) this.#teller.tell(peer, trace);
  }

  /** Those that have to be told; they are aware then. */
  takeUnaware(): readonly string[] {
    const unaware = this.#unaware;
    this.#unaware = NONE;
    this.#aware = this.#aware.concat(unaware);
    return unaware;
  }

  #add(peer: string, isAware: boolean): boolean {
    if (this.#aware.includes(peer)) return false;
    const isNew = !this.#unaware.includes(peer);
    if (isNew && this.#aware.length + this.#unaware.length === MAX_PEERS) return false;
    if (isAware) {
      this.#unaware = this.#unaware.filter((one) => one !== peer);
      this.#aware = this.#aware.concat(peer);
    } else if (isNew) this.#unaware = this.#unaware.concat(peer);
    return isNew;
  }
}
