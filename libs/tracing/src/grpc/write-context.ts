import type { Metadata } from '@grpc/grpc-js';
import type { Context } from '@opentelemetry/api';
import { VERDICT_HEADER } from '../capture/verdict-text.ts';
import type { Boundary } from '../propagation/boundary.ts';
import { MARK_HEADER } from '../sampling/mark/mark-header.ts';
import { entriesOf } from './metadata-entries.ts';

const OURS = [MARK_HEADER, VERDICT_HEADER];

/** Writes into the metadata of a call what all hosts that it can go to may know; `hosts`: '' is a unix socket. */
export function writeContext(
  boundary: Boundary,
  context: Context,
  hosts: readonly string[],
  metadata: Metadata,
): void {
  // A service may hand on what it was sent: a mark is good for one process, and a verdict is the mesh's own business.
  const entries = entriesOf(metadata);
  for (const name of OURS) if (entries?.has(name) ?? true) metadata.remove(name);
  const [host] = hosts;
  if (host === undefined) return;
  if (hosts.length === 1) boundary.send(context, host, (name, value) => set(metadata, name, value));
  else for (const [name, value] of entriesForAll(boundary, context, hosts)) set(metadata, name, value);
}

function entriesForAll(boundary: Boundary, context: Context, hosts: readonly string[]): [string, string][] {
  const [first = new Map(), ...others] = hosts.map((host) => entriesFor(boundary, context, host));
  return [...first].filter(([name, value]) => others.every((entries) => entries.get(name) === value));
}

function entriesFor(boundary: Boundary, context: Context, host: string): Map<string, string> {
  const entries = new Map<string, string>();
  boundary.send(context, host, (name, value) => entries.set(name, value));
  return entries;
}

/** Of digits and dashes alone: metadata need not look at each of their characters. */
const PLAIN: ReadonlySet<string> = new Set(['traceparent', 'trace-id']);

/** Metadata refuses what is not ASCII; a call must not fail for what only its trace needs. */
function set(metadata: Metadata, name: string, value: string): void {
  const entries = entriesOf(metadata);
  if (entries && PLAIN.has(name)) {
    entries.set(name, [value]);
    return;
  }
  try {
    metadata.set(name, value);
  } catch {
    metadata.remove(name);
  }
}
