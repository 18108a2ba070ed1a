import type { Terminal } from './terminal.ts';

/** A terminal that keeps what is written to it, without colours. */
export function recorder(
  width = 100,
): Terminal & { readonly out: () => string; readonly complaints: string[] } {
  const printed: string[] = [];
  const complaints: string[] = [];
  return {
    width,
    paint: (_, text) => text,
    print: (text) => printed.push(text),
    complain: (sentence) => complaints.push(sentence),
    out: () => printed.join(''),
    complaints,
  };
}
