import { b3DecisionFormat } from './b3-decision-format.ts';
import { b3Format } from './b3-format.ts';
import { b3MultiFormat } from './b3-multi-format.ts';
import type { Format, PropagationConfig } from './propagation-config.ts';
import { traceIdFormat } from './trace-id-format.ts';
import { w3cFormat } from './w3c-format.ts';
import type { WireFormat } from './wire-format.ts';

/** In the order in which they are looked for: from the one that says most to the one that says least. */
const FORMATS = [
  ['tracecontext', w3cFormat],
  ['b3', b3Format],
  ['b3multi', b3MultiFormat],
  ['trace-id', traceIdFormat],
] as const;

export function formatsToRead({ formats }: PropagationConfig): Pick<WireFormat, 'fields' | 'read'>[] {
  const isRead = (name: Format) => formats?.includes(name) ?? true;
  const decision = isRead('b3') || isRead('b3multi') ? [b3DecisionFormat] : [];
  return [...FORMATS.flatMap(([name, format]) => (isRead(name) ? format : [])), ...decision];
}

/** We read what others write, but write what all of ours read. */
export function formatsToWrite({ formats = ['tracecontext', 'trace-id'] }: PropagationConfig): WireFormat[] {
  return FORMATS.flatMap(([name, format]) => (formats.includes(name) ? format : []));
}
