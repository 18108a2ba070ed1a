import type { Fault } from './fault.ts';

/** Decided faults as the next service reads them; `undefined` for none. */
export function formatFaults(faults: readonly Fault[]): string | undefined {
  return faults.length === 0 ? undefined : faults.map(format).join(',');
}

function format({ service, method, deed }: Fault): string {
  const value = 'value' in deed ? `=${deed.value}` : '';
  return `${service}/${method}:${deed.kind}${value}`;
}
