/** What an address takes: a text and its place in a list. */
export const PEER_BYTES = 160;

/** More of them are not told. A call is answered from one address: so many replicas in one trace are nearly always a mistake. */
const MAX_PEERS = 100;

/** The addresses that answered calls of one trace. */
export class Peers {
  /** Those that say or were told that the trace is kept. */
  aware: string[] = [];
  #unaware: string[] = [];

  /** @returns whether it is a new one */
  add(peer: string, isAware: boolean): boolean {
    if (this.aware.includes(peer)) return false;
    const isNew = !this.#unaware.includes(peer);
    if (isNew && this.aware.length + this.#unaware.length === MAX_PEERS) return false;
    if (isAware) {
      this.#unaware = this.#unaware.filter((one) => one !== peer);
      this.aware.push(peer);
    } else if (isNew) this.#unaware.push(peer);
    return isNew;
  }

  /** Those that have to be told. */
  takeUnaware(): string[] {
    const unaware = this.#unaware;
    this.#unaware = [];
    this.aware.push(...unaware);
    return unaware;
  }
}
