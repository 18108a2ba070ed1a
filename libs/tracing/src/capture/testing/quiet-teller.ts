import type { Teller } from '../capture-parts.ts';

/** One that knows nobody. @param tell default: tells nobody */
export function quietTeller(tell: Teller['tell'] = () => {}): Teller {
  return { tell, saw() {}, peers: () => [], beyond: () => [], end: () => Promise.resolve() };
}
