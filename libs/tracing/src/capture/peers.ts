/** What an address takes, with a share of what the lists take. */
export const PEER_BYTES = 100;

/** More of them are not told. A call is answered from one address: so many replicas in one trace are nearly always a mistake. */
const MAX_PEERS = 100;

const NONE: readonly string[] = [];

/** The addresses that answered calls of one trace. The lists are made anew with each: one that may grow has 17 places from the start. */
export class Peers {
  /** Those that say or were told that the trace is kept. */
  aware = NONE;
  #unaware = NONE;

  /** @returns whether it is a new one */
  add(peer: string, isAware: boolean): boolean {
    if (this.aware.includes(peer)) return false;
    const isNew = !this.#unaware.includes(peer);
    if (isNew && this.aware.length + this.#unaware.length === MAX_PEERS) return false;
    if (isAware) {
      this.#unaware = this.#unaware.filter((one) => one !== peer);
      this.aware = this.aware.concat(peer);
    } else if (isNew) this.#unaware = this.#unaware.concat(peer);
    return isNew;
  }

  /** Those that have to be told; they are aware then. */
  takeUnaware(): readonly string[] {
    const unaware = this.#unaware;
    this.#unaware = NONE;
    this.aware = this.aware.concat(unaware);
    return unaware;
  }
}
