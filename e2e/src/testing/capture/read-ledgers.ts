import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaptureMesh } from './capture-mesh.ts';

/** What the processes recorded of one trace: each thing as a text, sorted. */
export interface Recorded {
  /** `<pid> <name> <kind of OTLP>` */
  readonly spans: readonly string[];
  /** `<pid> <message>` */
  readonly lines: readonly string[];
  readonly isSampled: boolean;
  /** How long it took at the servers' side, of its slowest call. */
  readonly slowestMs: number;
}

/** Of the API. */
const SERVER = 1;

interface Entry {
  readonly traceId: string;
  readonly name?: string;
  /** As the API numbers them. */
  readonly kind?: number;
  readonly ms?: number;
  readonly isSampled?: boolean;
  readonly line?: string;
}

/** Of a trace that nobody knows. */
export const NOTHING: Recorded = { spans: [], lines: [], isSampled: false, slowestMs: 0 };

type OfProcess = Entry & { readonly pid: number };

/** By trace. @param except the process whose ledger does not count */
export async function readLedgers(mesh: CaptureMesh, except?: number): Promise<Map<string, Recorded>> {
  const counted = mesh.services.filter(({ pid }) => pid !== except);
  const entries = await Promise.all(
    counted.map(async ({ name, pid }) => {
      // One that was killed at once has written nothing.
      const text = await readFile(join(mesh.home, `${name}.ledger`), 'utf8').catch(() => '');
      const whole = text.slice(0, text.lastIndexOf('\n')).split('\n').filter(Boolean);
      return whole.map((line): OfProcess => ({ ...(JSON.parse(line) as Entry), pid }));
    }),
  );
  const traces = Map.groupBy(entries.flat(), ({ traceId }) => traceId);
  return new Map([...traces].map(([traceId, things]) => [traceId, toRecorded(things)]));
}

function toRecorded(things: readonly OfProcess[]): Recorded {
  const spans = things.filter(({ line }) => line === undefined);
  const lines = things.filter(({ line }) => line !== undefined);
  return {
    spans: spans.map(({ pid, name, kind = 0 }) => `${pid} ${name} ${kind + 1}`).sort(),
    lines: lines.map(({ pid, line }) => `${pid} ${line}`).sort(),
    isSampled: spans.some(({ isSampled }) => isSampled),
    slowestMs: Math.max(0, ...spans.map(({ kind, ms = 0 }) => (kind === SERVER ? ms : 0))),
  };
}
